package nl.korf.service.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.korf.service.host.NodeRoles.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class NodeRolesTest {

  @Test
  void whereNothingIsSaidAProcessDoesEverything() {
    assertThat(NodeRoles.parse(List.of()).roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(NodeRoles.parse(List.of()).all()).isTrue();
  }

  @Test
  void everyWordThatIsNoRoleIsNamedAtOnce() {
    assertThatThrownBy(() -> NodeRoles.parse(List.of("web", "audit", "notificaties")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("'audit' and 'notificaties'")
        .hasMessageContaining("commands, projections, web");
  }

  @Test
  void commandsNeedAnAddressToBeSentTo() {
    assertThatThrownBy(() -> NodeRoles.parse(List.of("commands", "projections")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("Add web");
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

  private static NodeRoles rolesOf(MapPropertySource settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(settings);
    ConfigurationPropertySources.attach(environment);
    return NodeRoles.of(environment);
  }
}
