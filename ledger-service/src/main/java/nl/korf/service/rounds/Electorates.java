package nl.korf.service.rounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import org.jspecify.annotations.Nullable;

/** Who answers in a round: the members of the group as it opens, or those who are named. */
final class Electorates {

  /** Most people who answer in one round: they are all in the fact of its opening. */
  static final int ELECTORS_MAX = 2_000;

  private Electorates() {}

  static List<Elector> of(
      RoundId round,
      GroupId group,
      @Nullable List<AskedElector> named,
      Entities entities,
      Reasons reasons) {
    List<Elector> electorate =
        named == null ? members(group, entities) : named(round, group, named, entities, reasons);
    reasons.when(
        electorate.isEmpty() && (named == null || named.isEmpty()),
        Refusal.ELECTORATE_EMPTY,
        "round",
        round,
        "group",
        group);
    reasons.when(
        electorate.size() > ELECTORS_MAX,
        Refusal.ELECTORATE_TOO_LARGE,
        "round",
        round,
        "count",
        electorate.size(),
        "most",
        ELECTORS_MAX);
    return electorate;
  }

  private static List<Elector> members(GroupId group, Entities entities) {
    return RoundEntities.in(entities).membersOf(group).stream()
        .map(person -> new Elector(person, 1, null))
        .toList();
  }

  private static List<Elector> named(
      RoundId round, GroupId group, List<AskedElector> named, Entities entities, Reasons reasons) {
    List<Elector> electorate = new ArrayList<>();
    Set<PersonId> seen = new HashSet<>();
    for (AskedElector asked : named) {
      reasons.when(
          !seen.add(asked.person()),
          Refusal.ELECTOR_TWICE,
          "person",
          asked.person(),
          "round",
          round);
      voice(asked, group, entities, reasons);
      int weight = weight(asked, reasons);
      electorate.add(new Elector(asked.person(), weight, asked.onBehalfOf()));
    }
    return electorate;
  }

  /** A member answers for themselves; anybody else for somebody. */
  private static void voice(AskedElector asked, GroupId group, Entities entities, Reasons reasons) {
    reasons.need(entities.person(asked.person()), asked.person());
    if (asked.onBehalfOf() != null) {
      reasons.party(entities, asked.onBehalfOf());
      return;
    }
    reasons.when(
        entities.membershipsOf(asked.person(), group).isEmpty(),
        Refusal.NOT_A_MEMBER,
        "person",
        asked.person(),
        "group",
        group,
        "capacity",
        "member");
  }

  static int weight(AskedElector asked, Reasons reasons) {
    int weight = asked.weight() == null ? 1 : asked.weight();
    reasons.when(
        weight < 1 || weight > RuleSpecs.WEIGHT_MAX,
        Refusal.VALUE_MALFORMED,
        "field",
        "electorate.weight",
        "value",
        weight,
        "problem",
        "1 – " + RuleSpecs.WEIGHT_MAX);
    return Math.clamp(weight, 1, RuleSpecs.WEIGHT_MAX);
  }
}
