package nl.korf.service.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.korf.service.Korf;
import nl.korf.service.host.NodeRoles.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import picocli.CommandLine;

class NodeRolesTest {

  @Test
  void whereNothingIsSaidAProcessDoesEverything() {
    assertThat(NodeRoles.parse(List.of()).roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(NodeRoles.parse(List.of()).all()).isTrue();
  }

  @Test
  void everyWordThatIsNoRoleIsNamedAtOnce() {
    assertThatThrownBy(() -> NodeRoles.parse(List.of("web", "revisie", "notificaties")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("'revisie' and 'notificaties'")
        .hasMessageContaining("commands, projections, audit, web");
  }

  @Test
  void anyOfThemCanBeLeftOut() {
    assertThat(NodeRoles.parse(List.of("commands", "projections")).has(Role.WEB)).isFalse();
    assertThat(NodeRoles.parse(List.of("commands", "web")).has(Role.PROJECTIONS)).isFalse();
  }

  @Test
  void theyAreReadFromPropertiesAndFromTheEnvironment() {
    assertThat(
            rolesOf(new MapPropertySource("set", Map.of("korf.roles", "web, projections"))).roles())
        .containsExactlyInAnyOrder(Role.WEB, Role.PROJECTIONS);
    assertThat(
            rolesOf(new SystemEnvironmentPropertySource("set", Map.of("KORF_ROLES", "web")))
                .toString())
        .isEqualTo("web");
  }

  @Test
  void aWordThatIsNoRoleStopsTheStartBeforeAnythingIsOpened(@TempDir Path folder) {
    Path data = folder.resolve("data");
    StringWriter said = new StringWriter();
    CommandLine line = KorfCommand.commandLine(Korf.class).setErr(new PrintWriter(said, true));
    System.setProperty("korf.roles", "web,notificaties");
    try {
      assertThat(line.execute("start", "--port", "0", "--data", data.toString())).isEqualTo(1);
    } finally {
      System.clearProperty("korf.roles");
    }
    assertThat(said.toString()).startsWith("korf: korf.roles names 'notificaties'");
    assertThat(data).doesNotExist();
  }

  private static NodeRoles rolesOf(MapPropertySource settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(settings);
    ConfigurationPropertySources.attach(environment);
    return NodeRoles.of(environment);
  }
}
