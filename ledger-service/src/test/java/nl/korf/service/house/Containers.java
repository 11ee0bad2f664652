package nl.korf.service.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What is wrong with a container description, measured against what the application reads. */
final class Containers {

  private static final Pattern SETTING = Pattern.compile("(?i)\\bkorf[._-][a-z][a-z0-9._-]*");
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
  private static final Pattern EXPOSED = Pattern.compile("(?m)^EXPOSE (\\d+)$");
  private static final Pattern VARIABLE = Pattern.compile("(?<=\\s)(KORF_[A-Z_]+)=");

  private final Map<String, Object> compose;
  private final String dockerfile;
  private final Set<String> settings;
  private final List<String> wrong = new ArrayList<>();

  /**
   * @param sources the application's sources and resources, in which its settings are named
   */
  Containers(String compose, String dockerfile, String sources) {
    this.compose = new Yaml().load(compose);
    this.dockerfile = dockerfile;
    this.settings =
        SETTING
            .matcher(sources)
            .results()
            .map(match -> plain(match.group()))
            .collect(Collectors.toSet());
  }

  /** All that is wrong, a line each. */
  List<String> wrong() {
    at(compose, "services").keySet().forEach(this::inspect);
    Map<?, ?> application = at(at(compose, "services"), "korf");
    inspectPort(application);
    VARIABLE
        .matcher(dockerfile)
        .results()
        .forEach(set -> requireSetting("Dockerfile", set.group(1)));
    return wrong;
  }

  private void inspect(Object name) {
    Map<?, ?> service = at(at(compose, "services"), name);
    at(service, "environment")
        .forEach((variable, value) -> inspectVariable(name, variable.toString(), value.toString()));
    for (Object mount : list(service, "volumes")) {
      String volume = mount.toString().replaceFirst(":.*", "");
      if (!at(compose, "volumes").containsKey(volume)) {
        wrong.add("%s mounts %s, which is not declared".formatted(name, volume));
      }
    }
    boolean built = service.containsKey("build");
    if (!service.containsKey("healthcheck") && !(built && dockerfile.contains("HEALTHCHECK"))) {
      wrong.add("%s has no health check".formatted(name));
    }
    at(service, "depends_on")
        .forEach((other, how) -> {
          if (!"service_healthy".equals(at(at(service, "depends_on"), other).get("condition"))) {
            wrong.add("%s does not wait until %s is healthy".formatted(name, other));
          }
        });
  }

  private void inspectVariable(Object service, String variable, String value) {
    boolean secret = variable.matches(".*(PASSWORD|SECRET|TOKEN|KEY).*");
    if (secret && !REQUIRED.matcher(value).matches()) {
      wrong.add("%s: %s must be required from outside, ${…:?…}".formatted(service, variable));
    }
    if (variable.startsWith("KORF_")) {
      requireSetting(service.toString(), variable);
    }
  }

  private void requireSetting(String where, String variable) {
    if (!settings.contains(plain(variable))) {
      wrong.add("%s: the application reads no %s".formatted(where, variable));
    }
  }

  private void inspectPort(Map<?, ?> application) {
    String port = String.valueOf(at(application, "environment").get("KORF_PORT"));
    boolean published =
        list(application, "ports").stream()
            .anyMatch(ports -> ports.toString().endsWith(":" + port));
    if (!published) {
      wrong.add("korf: port %s is not published".formatted(port));
    }
    List<String> exposed =
        EXPOSED.matcher(dockerfile).results().map(match -> match.group(1)).toList();
    if (!exposed.equals(List.of(port))) {
      wrong.add("Dockerfile exposes %s, compose sets port %s".formatted(exposed, port));
    }
  }

  /** {@code KORF_DATABASE_URL} and {@code korf.database-url} are one setting (relaxed binding). */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Map<?, ?> at(Map<?, ?> map, Object key) {
    return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> inner ? inner : List.of();
  }
}
