package nl.korf.service.decisions;

import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;

/**
 * Who has a part in a decision: its decider, an elector or adviser of its round, and the members of
 * the group it was taken for and of the groups of the initiative it is about.
 */
final class Parts {

  private Parts() {}

  /** Adds that the person has no part in the decision. */
  static void need(DecisionRow decision, PersonId person, Entities entities, Reasons reasons) {
    reasons.when(
        !has(decision, person, entities),
        Refusal.NO_PART_IN_DECISION,
        "person",
        person,
        "decision",
        decision.decision());
  }

  private static boolean has(DecisionRow decision, PersonId person, Entities entities) {
    return person.equals(decision.decidedBy())
        || Party.of(person).equals(decision.decidedFor())
        || groups(decision, entities)
            .anyMatch(group -> !entities.membershipsOf(person, group).isEmpty())
        || inRound(decision, person, entities);
  }

  private static Stream<GroupId> groups(DecisionRow decision, Entities entities) {
    Stream<GroupId> decided =
        Stream.ofNullable(decision.decidedFor())
            .filter(party -> party.kind() == Party.Kind.GROUP)
            .map(party -> new GroupId(party.id()));
    Stream<GroupId> concerned =
        Optional.ofNullable(decision.initiative())
            .flatMap(entities::initiative)
            .map(row -> Stream.concat(Stream.of(row.owner()), row.participants().stream()))
            .orElse(Stream.empty());
    return Stream.concat(decided, concerned).distinct();
  }

  private static boolean inRound(DecisionRow decision, PersonId person, Entities entities) {
    RoundId round = decision.round();
    if (round == null) {
      return false;
    }
    DecisionEntities decisions = DecisionEntities.in(entities);
    return decisions
            .opened(round)
            .filter(
                opened -> opened.electorate().stream().anyMatch(one -> one.person().equals(person)))
            .isPresent()
        || decisions.advice(round).stream().anyMatch(given -> given.person().equals(person));
  }
}
