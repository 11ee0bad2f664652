package nl.korf.service.mandates;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.invariants.RuleSet;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A body grants a mandate over a power it holds by attribution (rule M1, Awb 10:1).
 *
 * <p>Where the holder works elsewhere the grant is an offer until the holder, and the body the
 * holder works for, consent (Awb 10:4(1), rule M11).
 *
 * @param record the document it is granted by: of a general mandate, and for a holder elsewhere
 *     (Awb 10:5, rule M12)
 * @param consentByStatute the statute that provides for the mandate, so that nobody's consent is
 *     asked (Awb 10:4(2))
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record GrantMandate(
    @Nullable MandateId mandate,
    AskedTerms terms,
    @Nullable WrittenRecord record,
    @Nullable LegalReference consentByStatute,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<GrantMandate> {

    private final RuleSet law;

    Handler(RuleSet law) {
      this.law = law;
    }

    @Override
    public Class<GrantMandate> command() {
      return GrantMandate.class;
    }

    @Override
    public Decided decide(GrantMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateId id =
          command.mandate() != null ? command.mandate() : new MandateId(boundary.newId("mandate"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable BodyId principal = command.terms().principal();
      @Nullable PowerId power = command.terms().power();
      reasons.when(principal == null, Refusal.VALUE_MISSING, "field", "terms.principal");
      reasons.when(power == null, Refusal.VALUE_MISSING, "field", "terms.power");
      reasons.free(entities, id);
      if (by == null || principal == null || power == null) {
        throw reasons.refusal();
      }
      MandateTerms terms =
          command.terms().inFull(principal, Party.of(principal), power, MandateKind.MANDATE);
      Knowledge knowledge = Sourced.knowledge(entities);
      Grant.Form form = new Grant.Form(command.record(), command.consentByStatute(), null);
      Grant grant = new Grant(id, null, terms, form);
      reasons.addAll(Invariants.ofGrant(law, grant, by, knowledge, entities.now()));
      reasons.refuseIfAny();
      MandateGranted granted =
          new MandateGranted(
              id,
              terms,
              law.consents(grant, knowledge),
              command.record(),
              command.consentByStatute());
      return Decided.facts(granted).before(entities.firstEnd()).onBehalfOf(terms.grantor());
    }
  }
}
