package nl.korf.service.entities;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.competence.Signing.Signed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.invariants.Grant.GroupDecision;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.service.kernel.Criteria;

/** What verbs of mandates and signatures ask beside the entities themselves. */
public final class MandateEntities {

  private final Entities entities;

  private MandateEntities(Entities entities) {
    this.entities = entities;
  }

  public static MandateEntities in(Entities entities) {
    return new MandateEntities(entities);
  }

  /** Delegations by which a power of the body passed or came to it, ordered by id (Awb 10:13). */
  public List<MandateId> delegationsOf(BodyId body) {
    Criteria granted =
        Criteria.tagged("delegator", body, MandateGranted.class)
            .or(Criteria.tagged("delegate", body, MandateGranted.class));
    return entities.facts(granted).stream()
        .map(RecordedFact::fact)
        .filter(MandateGranted.class::isInstance)
        .map(fact -> ((MandateGranted) fact).mandate())
        .distinct()
        .sorted(Comparator.comparing(MandateId::value))
        .toList();
  }

  /** What a decision says as one by which a group passes a mandate on. */
  public Optional<GroupDecision> groupDecision(DecisionId decision) {
    Criteria taken = Criteria.tagged("decision", decision, DecisionTaken.class);
    return entities.facts(taken).stream()
        .map(RecordedFact::fact)
        .filter(DecisionTaken.class::isInstance)
        .map(DecisionTaken.class::cast)
        .findFirst()
        .map(fact ->
            new GroupDecision(
                decision,
                fact.decidedFor(),
                fact.round() != null,
                fact.mandatesUsed(),
                fact.act() == null ? null : fact.act().power(),
                carriedOutBy(decision).orElse(null)));
  }

  private Optional<MandateId> carriedOutBy(DecisionId decision) {
    Criteria carried = Criteria.tagged("carries-out", decision, SubMandateGranted.class);
    return entities.facts(carried).stream()
        .map(RecordedFact::fact)
        .filter(SubMandateGranted.class::isInstance)
        .map(fact -> ((SubMandateGranted) fact).mandate())
        .findFirst();
  }

  /** The signature on a decision, where there is one. */
  public Optional<Signed> signature(DecisionId decision) {
    Criteria signed = Criteria.tagged("signature-on", decision, DecisionSigned.class);
    return entities.facts(signed).stream()
        .filter(fact -> fact.fact() instanceof DecisionSigned)
        .findFirst()
        .map(fact -> new Signed(((DecisionSigned) fact.fact()).by(), fact.position()));
  }

  /**
   * Whether the person may answer for the party: as themselves, in a role they hold, as a body such
   * a role embodies, or for a group they lead.
   */
  public boolean answersFor(PersonId person, Party party, Knowledge knowledge) {
    return party.kind() == Party.Kind.GROUP
        ? memberships(person, party)
            .map(MembershipRow::capacity)
            .anyMatch(Standing.LEADING::contains)
        : Capacities.of(person, knowledge).includes(party);
  }

  /** Whether the person is a member of the group. */
  public boolean memberOf(PersonId person, Party group) {
    return memberships(person, group).findAny().isPresent();
  }

  private java.util.stream.Stream<MembershipRow> memberships(PersonId person, Party group) {
    return entities.membershipsOf(person, new GroupId(group.id())).stream();
  }
}
