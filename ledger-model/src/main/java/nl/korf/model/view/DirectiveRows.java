package nl.korf.model.view;

import java.time.Instant;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import org.jspecify.annotations.Nullable;

/** Directives, and what those concerned replied to them. */
public sealed interface DirectiveRows extends Row {

  /** Whether a directive works. */
  enum DirectiveState {
    IN_FORCE,
    /** Its own end has passed; nobody acted. */
    LAPSED,
    /** Taken back before its end. */
    LIFTED
  }

  /**
   * A directive, from when it was issued; it stays visible after it ended.
   *
   * @param group the group concerned when it was issued, or null
   * @param principal the body whose power it concerns, or null where it binds nobody
   * @param act what is stepped into, as the competence rules see it, where that is known
   * @param issuedOn when it began to work
   * @param expiresAt when it lapses by itself, or did
   * @param extended whether it was prolonged
   * @param issuedAt position of the fact, which carries the text and the reason
   */
  record DirectiveRow(
      DirectiveId directive,
      DirectiveType type,
      Subject target,
      @Nullable GroupId group,
      Party issuer,
      @Nullable BodyId principal,
      PersonId by,
      @Nullable Act act,
      @Nullable CompetenceProof competence,
      LegalReference legalBasis,
      Instant issuedOn,
      Instant expiresAt,
      boolean extended,
      DirectiveState state,
      long issuedAt,
      boolean hasText)
      implements DirectiveRows {
    @Override
    public String entity() {
      return "directive/" + directive;
    }

    DirectiveRow in(DirectiveState other) {
      return with(expiresAt, extended, other);
    }

    /** Never sooner than it would have lapsed. */
    DirectiveRow until(Instant later) {
      return with(later.isAfter(expiresAt) ? later : expiresAt, true, state);
    }

    private DirectiveRow with(Instant expiry, boolean prolonged, DirectiveState other) {
      return new DirectiveRow(
          directive,
          type,
          target,
          group,
          issuer,
          principal,
          by,
          act,
          competence,
          legalBasis,
          issuedOn,
          expiry,
          prolonged,
          other,
          issuedAt,
          hasText);
    }
  }

  /**
   * Somebody concerned used the right of reply.
   *
   * @param onBehalfOf the group for which was replied, or null
   * @param givenAt position of the fact, which carries the text
   */
  record ReplyRow(
      DirectiveId directive,
      PersonId person,
      @Nullable Party onBehalfOf,
      long givenAt,
      boolean hasText)
      implements DirectiveRows {
    @Override
    public String entity() {
      return "reply/" + directive + "/" + givenAt;
    }
  }
}
