package nl.korf.service.rounds;

import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRule;
import org.jspecify.annotations.Nullable;

/** What a rule asks before a round can be held under it. */
final class Specs {

  private Specs() {}

  /**
   * The rule of a round, of a preset or of the group's own. A fallback was declared when the
   * earlier round opened, so it holds also where the rule was retired since.
   */
  static Optional<RuleSpec> forRound(OpenRound command, RoundEntities rounds, Reasons reasons) {
    RuleRef ref = command.rule();
    Optional<RuleSpec> preset = RuleSpecs.preset(ref);
    if (preset.isPresent()) {
      return preset;
    }
    Optional<SourcedRule> rule = reasons.need(rounds.rule(ref.rule()), ref.rule());
    rule.ifPresent(found -> usable(found, command, reasons));
    Optional<RuleSpec> version = rule.flatMap(found -> found.version(ref.version()));
    reasons.when(rule.isPresent() && version.isEmpty(), Refusal.RULE_UNKNOWN, "rule", written(ref));
    return version;
  }

  private static void usable(SourcedRule rule, OpenRound command, Reasons reasons) {
    if (command.call() != Call.FALLBACK) {
      notRetired(rule, command.rule().rule(), reasons);
    }
    @Nullable GroupId owner = rule.group();
    reasons.when(
        owner != null && !owner.equals(command.group()),
        Refusal.RULE_OF_ANOTHER_GROUP,
        "rule",
        command.rule().rule(),
        "owner",
        owner(owner),
        "group",
        command.group());
  }

  /** Adds all that is wrong with a rule in itself. */
  static void consistent(RuleSpec spec, Reasons reasons) {
    RuleSpecs.problems(spec)
        .forEach(problem ->
            reasons.add(
                Refusal.RULE_INCONSISTENT, "problem", problem.text(), "field", problem.field()));
  }

  /** Adds all that is wrong with a rule: in itself, and in what it refers to. */
  static void check(RuleSpec spec, Entities entities, Reasons reasons) {
    consistent(spec, reasons);
    Stream.of(spec.advisers(), spec.mustAgree(), spec.vetoers())
        .flatMap(parties -> parties.stream())
        .distinct()
        .forEach(party -> reasons.party(entities, party));
    @Nullable RuleRef fallback = spec.fallback();
    if (fallback != null && RuleSpecs.preset(fallback).isEmpty()) {
      reasons.when(
          RoundEntities.in(entities)
              .rule(fallback.rule())
              .flatMap(rule -> rule.version(fallback.version()))
              .isEmpty(),
          Refusal.RULE_UNKNOWN,
          "rule",
          written(fallback));
    }
  }

  /** Adds that the rule is retired. */
  static void notRetired(SourcedRule rule, RuleId id, Reasons reasons) {
    SourcedRule.@Nullable Retired retired = rule.retired();
    if (retired != null) {
      reasons.add(
          Refusal.RULE_RETIRED, "rule", id, "position", retired.position(), "since", retired.at());
    }
  }

  /** How a sentence names whose rule it is. */
  static String owner(@Nullable GroupId group) {
    return group == null ? "–" : group.value();
  }

  private static String written(RuleRef ref) {
    return ref.rule() + "/" + ref.version();
  }
}
