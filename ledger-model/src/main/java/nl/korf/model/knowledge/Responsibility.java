package nl.korf.model.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.RoleRow;
import org.jspecify.annotations.Nullable;

/**
 * Under whose responsibility somebody works (Awb 10:4, 10:12, 10:14): a role under the body it
 * belongs to, a group under its organisation or that of the nearest group above it that names one,
 * a person under the bodies of their roles, a body under itself; and each of these under every body
 * above it.
 */
public final class Responsibility {

  /** Longest chain of bodies above one another; a walk up stops there. */
  public static final int BODIES_MAX = 16;

  /** Groups passed at most on the way up to one that names its organisation. */
  public static final int GROUPS_MAX = 64;

  private Responsibility() {}

  /** The bodies the party works for itself; empty where nothing is known of any. */
  public static List<BodyId> bodiesOf(Party party, Knowledge knowledge) {
    return switch (party.kind()) {
      case BODY -> List.of(new BodyId(party.id()));
      case ROLE -> bodyOf(new RoleId(party.id()), knowledge).stream().toList();
      case GROUP -> organisationOf(new GroupId(party.id()), knowledge).stream().toList();
      case PERSON ->
          knowledge.rolesOf(new PersonId(party.id())).stream()
              .flatMap(row -> bodyOf(row.role(), knowledge).stream())
              .distinct()
              .sorted((one, other) -> one.value().compareTo(other.value()))
              .toList();
    };
  }

  /** The one the group names, else that of the nearest group above it. */
  private static Optional<BodyId> organisationOf(GroupId group, Knowledge knowledge) {
    Set<GroupId> seen = new LinkedHashSet<>();
    @Nullable GroupId next = group;
    while (next != null && seen.size() < GROUPS_MAX && seen.add(next)) {
      Optional<GroupRow> row = knowledge.group(next);
      BodyId organisation = row.map(GroupRow::organisation).orElse(null);
      if (organisation != null) {
        return Optional.of(organisation);
      }
      next = row.map(GroupRow::parent).orElse(null);
    }
    return Optional.empty();
  }

  private static Optional<BodyId> bodyOf(RoleId role, Knowledge knowledge) {
    return knowledge.role(role).map(RoleRow::body);
  }

  /** Whether the party works under the body's responsibility. */
  public static boolean under(BodyId body, Party party, Knowledge knowledge) {
    return bodiesOf(party, knowledge).stream().anyMatch(one -> up(one, knowledge).contains(body));
  }

  private static Set<BodyId> up(BodyId body, Knowledge knowledge) {
    Set<BodyId> all = new LinkedHashSet<>();
    @Nullable BodyId next = body;
    while (next != null && all.size() < BODIES_MAX && all.add(next)) {
      next = knowledge.body(next).map(BodyRow::parent).orElse(null);
    }
    return all;
  }

  /**
   * Whether the holder works under the responsibility of whoever grants: of the principal, where
   * the grantor does so too, else of the grantor's own body.
   */
  public static boolean covers(BodyId principal, Party grantor, Party holder, Knowledge knowledge) {
    if (under(principal, grantor, knowledge)) {
      return under(principal, holder, knowledge);
    }
    return bodiesOf(grantor, knowledge).stream().anyMatch(body -> under(body, holder, knowledge));
  }
}
