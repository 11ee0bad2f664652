package nl.korf.service.mandates;

import nl.korf.model.DecisionId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Grant.GroupDecision;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.invariants.RuleSet;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.MandateEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A holder passes on part of what they hold (ondermandaat, Awb 10:9; rules M2 to M7).
 *
 * @param record the document it is granted by (Awb 10:5, rule M12)
 * @param consentByStatute the statute that provides for it (Awb 10:4(2))
 * @param groupDecision where a group holds the parent: the decision by which it passes it on, which
 *     a member or a registrar carries out, once
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record SubMandate(
    @Nullable MandateId mandate,
    MandateId parent,
    AskedTerms terms,
    @Nullable WrittenRecord record,
    @Nullable LegalReference consentByStatute,
    @Nullable DecisionId groupDecision,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<SubMandate> {

    private final RuleSet law;

    Handler(RuleSet law) {
      this.law = law;
    }

    @Override
    public Class<SubMandate> command() {
      return SubMandate.class;
    }

    @Override
    public Decided decide(SubMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateTerms above = Sourced.subject(entities, command.parent()).terms();
      MandateId id =
          command.mandate() != null ? command.mandate() : new MandateId(boundary.newId("mandate"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      reasons.free(entities, id);
      if (by == null) {
        throw reasons.refusal();
      }
      MandateTerms terms =
          command.terms().inFull(above.principal(), above.holder(), above.power(), above.kind());
      carriedOut(command, above, by, entities, reasons);
      Knowledge knowledge = Sourced.knowledge(entities);
      Grant grant = new Grant(id, command.parent(), terms, form(command, entities));
      reasons.addAll(Invariants.ofGrant(law, grant, by, knowledge, entities.now()));
      reasons.refuseIfAny();
      SubMandateGranted granted =
          new SubMandateGranted(
              id,
              command.parent(),
              terms,
              law.consents(grant, knowledge),
              command.record(),
              command.consentByStatute(),
              command.groupDecision());
      return Decided.facts(granted).before(entities.firstEnd()).onBehalfOf(terms.grantor());
    }

    private static Grant.Form form(SubMandate command, Entities entities) {
      @Nullable GroupDecision decision =
          command.groupDecision() == null
              ? null
              : MandateEntities.in(entities).groupDecision(command.groupDecision()).orElse(null);
      return new Grant.Form(command.record(), command.consentByStatute(), decision);
    }

    /** What a group decided, a member carries out; the registrar may say which member. */
    private static void carriedOut(
        SubMandate command, MandateTerms above, PersonId by, Entities entities, Reasons reasons) {
      DecisionId decision = command.groupDecision();
      if (decision != null) {
        reasons.need(entities.taken(decision), decision);
      }
      boolean ofGroup = above.holder().kind() == Party.Kind.GROUP;
      reasons.when(
          ofGroup && !MandateEntities.in(entities).memberOf(by, above.holder()),
          Refusal.NOT_THE_HOLDER,
          "actor",
          by,
          "parent",
          command.parent(),
          "holder",
          above.holder());
    }
  }
}
