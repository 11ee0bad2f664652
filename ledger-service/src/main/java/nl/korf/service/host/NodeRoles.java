package nl.korf.service.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Which parts of Korf are at work in this process ({@code korf.roles}); all of them where nothing
 * is said. One ledger can be served by several processes with different roles on one database.
 */
public record NodeRoles(Set<Role> roles) {

  /** A part that can be left to other processes. */
  public enum Role {
    /** Takes commands, founds a ledger where there is none, and closes rounds in time. */
    COMMANDS,
    /** Follows the ledger and writes the read models. */
    PROJECTIONS,
    /** Reads every fact again, grows the tree of hashes and signs it. */
    AUDIT,
    /** Answers addresses and pages; without it a process only tells its health. */
    WEB;

    /** As it is written in settings, {@code commands}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String SETTING = "korf.roles";

  public NodeRoles {
    roles = Set.copyOf(roles);
  }

  /**
   * The roles that are set.
   *
   * @throws CannotStart naming every word that is no role
   */
  public static NodeRoles of(Environment environment) {
    return parse(
        Binder.get(environment).bind(SETTING, Bindable.listOf(String.class)).orElse(List.of()));
  }

  static NodeRoles parse(List<String> words) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    List<String> unknown = new ArrayList<>();
    for (String word : words) {
      role(word.strip()).ifPresentOrElse(roles::add, () -> unknown.add("'" + word.strip() + "'"));
    }
    if (!unknown.isEmpty()) {
      throw new CannotStart(
          "%s names %s, which this version does not have. It knows %s; leave it out for all of them."
              .formatted(
                  SETTING, String.join(" and ", unknown), written(Arrays.asList(Role.values()))));
    }
    return new NodeRoles(roles.isEmpty() ? EnumSet.allOf(Role.class) : roles);
  }

  private static Optional<Role> role(String word) {
    return Arrays.stream(Role.values()).filter(role -> role.word().equals(word)).findFirst();
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether nothing is left to other processes. */
  public boolean all() {
    return roles.size() == Role.values().length;
  }

  @Override
  public String toString() {
    return written(roles.stream().sorted().toList());
  }

  private static String written(List<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.joining(", "));
  }
}
