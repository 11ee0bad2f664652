package nl.korf.service.initiatives;

import java.time.Instant;
import java.util.List;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.model.rules.Rule;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRound;
import org.jspecify.annotations.Nullable;

/** The rounds that are open on an initiative whose text is revised. */
record OpenRounds(List<SourcedRound> rounds) {

  /** Adds that a round does not let its text be revised: under its rule, or because it is over. */
  static OpenRounds on(InitiativeId initiative, Entities entities, Reasons reasons) {
    List<SourcedRound> rounds = RoundEntities.in(entities).openOn(initiative);
    for (SourcedRound round : rounds) {
      boolean over = !entities.now().isBefore(round.deadline());
      reasons.when(
          round.rule() != Rule.CONSENT || over,
          Refusal.TEXT_FROZEN,
          "initiative",
          initiative,
          "round",
          round.id(),
          "rule",
          round.rule(),
          "deadline",
          round.deadline());
    }
    return new OpenRounds(rounds);
  }

  /** Each begins anew on the new text, with the whole period of its rule. */
  List<Fact> restarted(int version, Instant now) {
    return rounds.stream()
        .map(round ->
            (Fact) new RoundRestarted(round.id(), version, now.plus(round.spec().period())))
        .toList();
  }

  /** The first deadline, before which the revision has to be recorded; null without a round. */
  @Nullable Instant deadline() {
    return rounds.stream().map(SourcedRound::deadline).min(Instant::compareTo).orElse(null);
  }
}
