package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.MandateKind;
import nl.korf.service.authority.AskedAct.AskedValue;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide this?
 *
 * @param value the obligation; null for an act without money
 * @param proposer who proposed what would be decided, for powers under separation of duties
 * @param at as known at this position; null: now
 * @param on about this instant; null: now
 * @param cursor where the piece before ended; null: from the beginning
 * @param limit mandates looked at for a piece, 1 to {@value WhoMayDecide#LIMIT_MAX}; null: {@value
 *     WhoMayDecide#LIMIT_DEFAULT}
 */
record AskedSearch(
    PowerId power,
    @Nullable MandateKind kind,
    @Nullable BodyId principal,
    @Nullable String unit,
    @Nullable String territory,
    @Nullable String subject,
    @Nullable String caseId,
    @Nullable AskedValue value,
    @Nullable List<DecisionId> linkedTo,
    @Nullable PersonId proposer,
    @Nullable Long at,
    @Nullable Instant on,
    @Nullable String cursor,
    @Nullable Integer limit) {

  RecordedSearch.Asked asked() {
    AskedAct act =
        new AskedAct(power, kind, principal, unit, territory, subject, caseId, value, linkedTo);
    return new RecordedSearch.Asked(act.act(), proposer);
  }
}
