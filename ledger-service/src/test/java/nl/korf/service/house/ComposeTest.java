package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The container description agrees with what the application reads. */
class ComposeTest {

  private static final String GOOD_DOCKERFILE =
      "ENV KORF_PORT=8080 KORF_ADDRESS=0.0.0.0\nEXPOSE 8080\nHEALTHCHECK CMD true\n";

  @Test
  void theContainerDescriptionAgreesWithTheApplication() {
    assertThat(
            new Containers(
                    House.text("docker-compose.yml"),
                    House.text("Dockerfile"),
                    applicationSources())
                .wrong())
        .isEmpty();
  }

  @Test
  void theDescriptionInThisTestIsGoodWhereTheApplicationReadsItsSettings() {
    assertThat(
            new Containers(good(), GOOD_DOCKERFILE, "korf.port KORF_ADDRESS korf.database-url")
                .wrong())
        .isEmpty();
  }

  @Test
  void eachMistakeIsFound() {
    String bad =
        good()
            .replace("${DATABASE_SECRET:?set it}", "geheim")
            .replace("service_healthy", "service_started")
            .replace(":8080\"]", ":9090\"]")
            .replace("[data:/data]", "[other:/data]")
            .replace("healthcheck: {test: true}", "restart: always");

    assertThat(
            new Containers(
                    bad, "ENV KORF_COLOUR=red\nEXPOSE 80\nHEALTHCHECK CMD true\n", "korf.port")
                .wrong())
        .containsExactlyInAnyOrder(
            "korf: the application reads no KORF_DATABASE_URL",
            "korf does not wait until database is healthy",
            "korf: port 8080 is not published",
            "korf mounts other, which is not declared",
            "database: POSTGRES_PASSWORD must be required from outside, ${…:?…}",
            "database has no health check",
            "Dockerfile: the application reads no KORF_COLOUR",
            "Dockerfile exposes [80], compose sets port 8080");
  }

  private static String good() {
    return """
    services:
      korf:
        build: .
        depends_on: {database: {condition: service_healthy}}
        environment: {KORF_PORT: "8080", KORF_DATABASE_URL: "jdbc:postgresql://database/korf"}
        ports: ["127.0.0.1:8080:8080"]
        volumes: [data:/data]
      database:
        image: postgres:18
        environment: {POSTGRES_PASSWORD: "${DATABASE_SECRET:?set it}"}
        healthcheck: {test: true}
    volumes: {data: }
    """;
  }

  private static String applicationSources() {
    Path main = House.file("ledger-service/src/main");
    return House.written(".java", ".yml", ".yaml", ".properties").stream()
        .filter(file -> file.startsWith(main))
        .map(House::text)
        .collect(Collectors.joining("\n"));
  }
}
