package nl.korf.service.directives;

import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.StandingDirectives;
import org.jspecify.annotations.Nullable;

/** What the verbs that change a directive ask of it. */
final class Issued {

  private Issued() {}

  /** The directive a command is about. */
  static DirectiveRow subject(Entities entities, DirectiveId id) {
    return Reasons.subject(StandingDirectives.in(entities).directive(id), id);
  }

  static void inForce(Entities entities, DirectiveRow row, Reasons reasons) {
    if (row.state() != DirectiveState.IN_FORCE) {
      reasons.ended(
          entities,
          row,
          Refusal.DIRECTIVE_ENDED,
          "directive",
          row.directive(),
          "state",
          Reasons.word(row.state()));
    }
  }

  /** Adds that a person acts neither as the issuer nor as the body whose power it concerns. */
  static void byIssuer(PersonId by, DirectiveRow row, Entities entities, Reasons reasons) {
    reasons.when(
        !isIssuer(by, row, entities), Refusal.NOT_THE_ISSUER, "person", by, "issuer", row.issuer());
  }

  /**
   * As {@link #byIssuer}; where nobody is appointed to the issuing role any more, the body that
   * role belonged to lifts what it left behind.
   */
  static void byIssuerOrItsBody(PersonId by, DirectiveRow row, Entities entities, Reasons reasons) {
    reasons.when(
        !isIssuer(by, row, entities) && !succeeds(by, row.issuer(), entities),
        Refusal.NOT_THE_ISSUER,
        "person",
        by,
        "issuer",
        row.issuer());
  }

  private static boolean isIssuer(PersonId by, DirectiveRow row, Entities entities) {
    StandingDirectives directives = StandingDirectives.in(entities);
    @Nullable BodyId principal = row.principal();
    return directives.actsAs(by, row.issuer())
        || (principal != null && directives.actsAs(by, Party.of(principal)));
  }

  private static boolean succeeds(PersonId by, Party issuer, Entities entities) {
    if (issuer.kind() != Party.Kind.ROLE) {
      return false;
    }
    RoleId role = new RoleId(issuer.id());
    boolean held =
        entities.appointmentsTo(role).stream().anyMatch(one -> one.covers(entities.now()));
    return !held
        && entities
            .role(role)
            .filter(row -> StandingDirectives.in(entities).actsAs(by, Party.of(row.body())))
            .isPresent();
  }
}
