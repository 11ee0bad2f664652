package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./korf bench} and {@code ./korf audit}: jars of their own, with faked JDK and Maven. */
class KorfToolsTest {

  private static final String TOOLS = "/usr/bin:/bin";

  @TempDir private Path folder;

  private FakeHouse house;
  private Path jar;

  @BeforeEach
  void aHouseWithAJdk() {
    house = new FakeHouse(folder);
    house.withJdk(25);
    jar = house.root().resolve("auditor/target/auditor.jar");
  }

  @Test
  void auditHandsOverToTheAuditorsTool() {
    ScriptRun.write(jar, "not a jar");
    ScriptRun.write(jar.resolveSibling("korf.built"), "");

    ScriptRun run = house.run(environment(), "audit", "verify", "my export", "--json");

    assertThat(run.err()).doesNotContain("building");
    assertThat(run.out().lines())
        .endsWith("<-jar>", "<" + jar + ">", "<verify>", "<my export>", "<--json>");
  }

  @Test
  void theAuditorsToolIsBuiltWhereItIsNotThere() {
    String maven =
        "mkdir -p auditor/target; echo >auditor/target/auditor.jar; echo \"$@\" >built-with";

    ScriptRun run = house.run(withMaven(maven), "audit", "verify", "x");

    assertThat(run.out()).as(run.err()).startsWith("java 25 ");
    assertThat(House.text(house.root().resolve("built-with"))).contains("-pl auditor -am");
  }

  @Test
  void benchHandsOverToTheBenchmarks() {
    Path target = benchmarks();
    Map<String, String> environment = withPgbench(environment());

    assertThat(house.run(environment, "bench", "--faults").out().lines())
        .endsWith("<" + target.resolve("benchmarks.jar") + ">", "<--faults>");
  }

  @Test
  void benchIsBuiltAgainWhenTheTestsOfTheStoreItHoldsChangeAndNothingElseIs() {
    benchmarks();
    house.changeTestsOfTheStore();
    Map<String, String> environment = withPgbench(withMaven("echo \"$@\" >built-with"));

    ScriptRun start = house.run(environment, "start");
    ScriptRun first = house.run(environment, "bench");
    ScriptRun second = house.run(environment, "bench");

    assertThat(start.err()).as("its jar holds none of them").doesNotContain("building");
    assertThat(first.err()).contains("building");
    assertThat(House.text(house.root().resolve("built-with"))).contains("-pl benchmarks -am");
    assertThat(second.err()).as("nothing changed since").doesNotContain("building");
  }

  /** The benchmarks as built before; their folder. */
  private Path benchmarks() {
    Path target = house.root().resolve("benchmarks/target");
    ScriptRun.write(target.resolve("benchmarks.jar"), "not a jar");
    ScriptRun.write(target.resolve("korf.built"), "");
    return target;
  }

  private Map<String, String> withPgbench(Map<String, String> environment) {
    ScriptRun.writeProgram(folder.resolve("pg/pgbench"), "#!/bin/sh\n");
    environment.merge("PATH", folder.resolve("pg") + ":", (path, bin) -> bin + path);
    return environment;
  }

  private Map<String, String> withMaven(String script) {
    Map<String, String> environment = environment();
    environment.merge("PATH", house.withMaven("3.8.7", script) + ":", (path, bin) -> bin + path);
    return environment;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = ScriptRun.environment(TOOLS);
    environment.put("KORF_JDK_FOLDERS", house.jdks().toString());
    return environment;
  }
}
