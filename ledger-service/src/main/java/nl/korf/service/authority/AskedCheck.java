package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.MandateKind;
import nl.korf.service.authority.AskedAct.AskedValue;
import org.jspecify.annotations.Nullable;

/**
 * A question to the authority check.
 *
 * @param person null: who asks
 * @param value the obligation; null for an act without money
 * @param proposer who proposed what would be decided, for powers under separation of duties
 * @param mandate the one mandate to use; null: any the person holds
 * @param at as known at this position; null: now
 * @param on about this instant; null: now
 */
record AskedCheck(
    @Nullable PersonId person,
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
    @Nullable MandateId mandate,
    @Nullable Long at,
    @Nullable Instant on) {

  Question question(PersonId about) {
    AskedAct act =
        new AskedAct(power, kind, principal, unit, territory, subject, caseId, value, linkedTo);
    return Question.about(about, act.act(), proposer, mandate);
  }
}
