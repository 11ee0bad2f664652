package nl.korf.model.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/** Facts about decisions, on whole days, and random histories of them. */
final class Acts {

  static final Instant DAY_0 = Instant.parse("2026-01-01T00:00:00Z");
  static final PersonId ANN = new PersonId("p-ann");
  static final PersonId BOB = new PersonId("p-bob");
  static final BodyId MINISTER = new BodyId("minister");
  static final PowerId LEASES = new PowerId("leases");

  /** Days a random history runs over. */
  static final int DAYS = 14;

  private Acts() {}

  static Instant day(int number) {
    return DAY_0.plusSeconds(86_400L * number);
  }

  static DecisionId id(int number) {
    return new DecisionId("d-" + number);
  }

  static CompetenceProof proof(Verdict verdict, @Nullable String failed) {
    return new CompetenceProof(verdict, 1, DAY_0, List.of(), failed, Map.of());
  }

  /** A decision by Ann under a mandate. */
  static DecisionTaken taken(int number, @Nullable Integer from, @Nullable Integer expires) {
    return taken(number, from, expires, List.of(new MandateId("m-1")), Verdict.COMPETENT, null);
  }

  static DecisionTaken taken(
      int number,
      @Nullable Integer from,
      @Nullable Integer expires,
      List<MandateId> mandates,
      Verdict verdict,
      @Nullable String failed) {
    Act act = new Act(LEASES, MandateKind.MANDATE, null, null, null, null, null, null, List.of());
    return new DecisionTaken(
        id(number),
        new InitiativeId("office"),
        LocalizedText.en("Decision " + number),
        Rule.MANDATED,
        ANN,
        null,
        MINISTER,
        act,
        proof(verdict, failed),
        mandates,
        List.of(),
        null,
        from == null ? null : day(from),
        expires == null ? null : day(expires),
        day(400),
        null,
        null,
        null,
        null);
  }

  static DecisionSuperseded superseded(int old, int by, @Nullable Integer from, boolean revives) {
    return new DecisionSuperseded(
        id(old),
        null,
        id(by),
        from == null ? null : day(from),
        revives,
        proof(Verdict.COMPETENT, null),
        List.of());
  }

  static DecisionRepealed repealed(int number) {
    return new DecisionRepealed(
        id(number), null, BOB, proof(Verdict.COMPETENT, null), List.of(), null, null);
  }

  static DecisionReviewed reviewed(int number, ReviewResult result, @Nullable Integer next) {
    return new DecisionReviewed(id(number), BOB, result, next == null ? null : day(next), null);
  }

  static DecisionRatified ratified(int number) {
    return new DecisionRatified(
        id(number), BOB, MINISTER, proof(Verdict.COMPETENT, null), List.of(), null);
  }

  static RecordedFact recorded(long position, int effectiveDay, Fact fact) {
    return new RecordedFact(
        new Envelope(
            position,
            DAY_0.plusSeconds(position),
            day(effectiveDay),
            "person:p-registrar",
            null,
            null,
            null,
            null),
        fact);
  }

  /** What happens to a few decisions, in order of position; facts come late as often as not. */
  static List<RecordedFact> history(SplittableRandom random, int decisions, int acts) {
    List<RecordedFact> facts = new ArrayList<>();
    List<Integer> untaken = new ArrayList<>();
    for (int number = 0; number < decisions; number++) {
      untaken.add(number);
    }
    for (int position = 1; position <= acts; position++) {
      int day = random.nextInt(DAYS);
      Fact fact =
          untaken.isEmpty() || random.nextInt(3) == 0
              ? change(random, decisions, day)
              : taken(random, untaken.removeLast(), day);
      facts.add(recorded(position, day, fact));
    }
    return facts;
  }

  private static Fact taken(SplittableRandom random, int number, int day) {
    Integer from = random.nextBoolean() ? null : day + random.nextInt(4);
    int start = from == null ? day : from;
    return taken(number, from, random.nextBoolean() ? null : start + 1 + random.nextInt(6));
  }

  private static Fact change(SplittableRandom random, int decisions, int day) {
    int number = random.nextInt(decisions);
    return switch (random.nextInt(6)) {
      case 0 -> repealed(number);
      case 1 -> reviewed(number, ReviewResult.REPEALED, null);
      case 2 -> reviewed(number, ReviewResult.REAFFIRMED, day + 3);
      case 3 -> ratified(number);
      default ->
          superseded(
              number,
              (number + 1 + random.nextInt(decisions - 1)) % decisions,
              random.nextBoolean() ? null : day + random.nextInt(3),
              random.nextBoolean());
    };
  }
}
