package nl.korf.auditor.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.auditor.checks.Findings;
import nl.korf.model.DecisionId;
import nl.korf.model.RoundId;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import org.jspecify.annotations.Nullable;

/** Runs every verdict and every outcome again and reports those that are not what was recorded. */
public final class CompetenceReplay implements Decoder.Reader {

  private final @Nullable DecisionId only;
  private final Findings findings;
  private final FactIndex index = new FactIndex();
  private final Verdicts verdicts = new Verdicts(index);
  private final Outcomes outcomes = new Outcomes();
  private final Map<RoundId, Rerun> outcomeOf = new HashMap<>();
  private final Map<Rerun.Result, Long> counts = new EnumMap<>(Rerun.Result.class);
  private final List<Rerun> about = new ArrayList<>();
  private long tallies;

  /**
   * Runs verdicts again.
   *
   * @param only the one decision to report on; null: all of them
   */
  public CompetenceReplay(@Nullable DecisionId only, Findings findings) {
    this.only = only;
    this.findings = findings;
  }

  /** How many had each result. */
  public Map<Rerun.Result, Long> counts() {
    return Map.copyOf(counts);
  }

  /** How many of them are outcomes of rounds. */
  public long tallies() {
    return tallies;
  }

  /** Everything about the one decision that was asked for. */
  public List<Rerun> about() {
    return List.copyOf(about);
  }

  @Override
  public void fact(RecordedFact fact) {
    try {
      if (fact.fact() instanceof OutcomeComputed computed) {
        Rerun rerun = outcomes.rerun(fact, computed);
        outcomeOf.put(computed.round(), rerun);
        if (only == null) {
          tallies++;
          report(rerun);
        }
      }
      Optional<Rerun> verdict = verdicts.rerun(fact);
      if (only == null || concerns(fact.fact(), only)) {
        verdict.ifPresent(this::report);
        if (only != null) {
          decidedBy(fact.fact());
        }
      }
    } catch (RuntimeException e) {
      // Facts that were never valid may lead the rules anywhere; that is a finding, not an end.
      findings.unchecked(null, fact.position(), "the rules have no answer: " + e);
    }
    if (fact.fact() instanceof DecisionTaken taken) {
      unlawful(fact, taken);
    }
    index.add(fact);
    outcomes.add(fact);
  }

  /** The outcome a decision carries out, which was computed before it. */
  private void decidedBy(Fact fact) {
    if (fact instanceof DecisionTaken taken && taken.round() != null) {
      Rerun outcome = outcomeOf.get(taken.round());
      if (outcome != null) {
        tallies++;
        report(outcome);
      }
    }
  }

  private static boolean concerns(Fact fact, DecisionId decision) {
    return nl.korf.model.facts.Tags.of(fact).stream()
        .anyMatch(tag ->
            tag.value().equals(decision.value())
                && (tag.key().equals("decision")
                    || tag.key().equals("superseding")
                    || tag.key().equals("signature-on")));
  }

  /** What the ledger takes itself is taken with a yes; only of imported history it is not known. */
  private void unlawful(RecordedFact fact, DecisionTaken taken) {
    if (fact.envelope().imported() == null
        && taken.competence().verdict() != Verdict.COMPETENT
        && (only == null || only.equals(taken.decision()))) {
      findings.disproved(
          null,
          fact.position(),
          "decision %s was taken without competence".formatted(taken.decision()),
          Verdict.COMPETENT,
          taken.competence().verdict());
    }
  }

  private void report(Rerun rerun) {
    counts.merge(rerun.result(), 1L, Long::sum);
    if (only != null) {
      about.add(rerun);
    }
    if (rerun.result() == Rerun.Result.DIFFERENT) {
      findings.disproved(
          null,
          rerun.position(),
          "%s of %s: the rules say something else than %s"
              .formatted(rerun.fact(), rerun.about(), rerun.says()),
          null,
          rerun.differences().toString());
    }
  }
}
