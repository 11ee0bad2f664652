package nl.korf.service.rounds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Preview;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.entities.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * A rule, and answers nobody gave.
 *
 * @param spec the rule in full, or else
 * @param preset the preset
 * @param ballots who would answer what; who is not named stays silent
 */
record AskedPreview(
    @Nullable AskedSpec spec,
    @Nullable RuleRef preset,
    List<AskedElector> electorate,
    List<AskedBallot> ballots,
    @Nullable List<PersonId> recused,
    @Nullable Integer objections,
    @Nullable List<AskedAdvice> advice,
    @Nullable List<AskedAgreement> agreements,
    @Nullable List<Party> vetoes,
    @Nullable PersonId decider,
    @Nullable Choice castingVote) {

  /** What an elector would answer. */
  record AskedBallot(PersonId person, Choice choice) {}

  /** What an adviser would advise. */
  record AskedAdvice(Party adviser, Stance stance) {}

  /** Whether a party would agree. */
  record AskedAgreement(Party party, boolean agrees) {}

  /** What it would be; refused with all that is wrong. */
  Computed outcome() {
    Reasons reasons = new Reasons();
    Optional<RuleSpec> rule = rule();
    reasons.when(rule.isEmpty(), Refusal.VALUE_MISSING, "field", "spec");
    rule.ifPresent(found -> Specs.consistent(found, reasons));
    reasons.when(electorate.isEmpty(), Refusal.VALUE_MISSING, "field", "electorate");
    int standing = objections == null ? 0 : objections;
    reasons.when(
        standing < 0 || standing > Preview.OBJECTIONS_MAX,
        Refusal.VALUE_MALFORMED,
        "field",
        "objections",
        "value",
        standing,
        "problem",
        "0 – " + Preview.OBJECTIONS_MAX);
    reasons.when(
        electorate.size() > Electorates.ELECTORS_MAX,
        Refusal.ELECTORATE_TOO_LARGE,
        "round",
        "preview",
        "count",
        electorate.size(),
        "most",
        Electorates.ELECTORS_MAX);
    List<Elector> electors =
        electorate.stream()
            .map(one ->
                new Elector(one.person(), Electorates.weight(one, reasons), one.onBehalfOf()))
            .toList();
    reasons.refuseIfAny();
    return new Preview(
            rule.orElseThrow(),
            electors,
            choices(),
            recused == null ? List.of() : recused,
            standing,
            stances(),
            agreeing(),
            vetoes == null ? List.of() : vetoes,
            decider,
            castingVote)
        .outcome();
  }

  private Optional<RuleSpec> rule() {
    return spec != null
        ? Optional.of(spec.spec())
        : Optional.ofNullable(preset).flatMap(RuleSpecs::preset);
  }

  private Map<PersonId, Choice> choices() {
    Map<PersonId, Choice> choices = new LinkedHashMap<>();
    ballots.forEach(ballot -> choices.put(ballot.person(), ballot.choice()));
    return choices;
  }

  private Map<Party, Stance> stances() {
    Map<Party, Stance> stances = new LinkedHashMap<>();
    if (advice != null) {
      advice.forEach(one -> stances.put(one.adviser(), one.stance()));
    }
    return stances;
  }

  private Map<Party, Boolean> agreeing() {
    Map<Party, Boolean> agreeing = new LinkedHashMap<>();
    if (agreements != null) {
      agreements.forEach(one -> agreeing.put(one.party(), one.agrees()));
    }
    return agreeing;
  }
}
