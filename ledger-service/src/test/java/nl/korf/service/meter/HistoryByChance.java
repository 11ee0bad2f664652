package nl.korf.service.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What could have happened to the things the meter counts, by chance, each at a time of its own.
 */
final class HistoryByChance {

  static final Instant START = Instant.parse("2021-02-03T04:05:06Z");

  private static final PersonId BY = new PersonId("p-1");
  private static final RuleSpecs.Preset RULE = RuleSpecs.presets().getFirst();
  private static final LocalizedText NAME = LocalizedText.en("Something");

  /** A fact and when it holds. */
  record Happened(Fact fact, Instant at) {}

  private final SplittableRandom random;
  private final List<Happened> all = new ArrayList<>();
  private final List<InitiativeId> initiatives = new ArrayList<>();
  private final List<RoundOpened> rounds = new ArrayList<>();
  private final List<DirectiveIssued> directives = new ArrayList<>();
  private Instant now = START;

  HistoryByChance(long seed) {
    random = new SplittableRandom(seed);
  }

  List<Happened> of(int facts) {
    body("land", null);
    body("ministry", "land");
    body("city", null);
    group("g-0", null, "ministry");
    group("g-1", "g-0", null);
    group("g-2", null, "city");
    group("g-3", null, null);
    while (all.size() < facts) {
      now = now.plus(Duration.ofMinutes(random.nextInt(7_000)));
      next();
    }
    return all;
  }

  /** Some of it became known later than it happened. */
  private void add(Fact fact) {
    boolean earlier = random.nextInt(5) == 0 && now.isAfter(START.plus(Duration.ofDays(90)));
    all.add(new Happened(fact, earlier ? now.minus(Duration.ofDays(random.nextInt(60))) : now));
  }

  private void body(String id, @Nullable String parent) {
    RegisterNumber number = new RegisterNumber(Register.LOCAL, id);
    BodyId above = parent == null ? null : new BodyId(parent);
    add(new BodyRegistered(new BodyId(id), NAME, number, "ministry", above, null));
  }

  private void group(String id, @Nullable String parent, @Nullable String organisation) {
    add(
        new GroupFormed(
            new GroupId(id),
            NAME,
            "team",
            parent == null ? null : new GroupId(parent),
            organisation == null ? null : new BodyId(organisation),
            List.of(),
            null));
  }

  private void next() {
    switch (random.nextInt(13)) {
      case 0, 1 -> propose();
      case 2, 3, 4, 5 -> decide();
      case 6 -> changeInitiative();
      case 7 -> add(opened());
      case 8 -> close();
      case 9 -> add(issued());
      case 10, 11 -> changeDirective();
      default -> add(new GroupMoved(group(), random.nextBoolean() ? null : new GroupId("g-2")));
    }
  }

  private GroupId group() {
    return new GroupId("g-" + random.nextInt(4));
  }

  private void propose() {
    InitiativeId id = new InitiativeId("i-" + initiatives.size());
    initiatives.add(id);
    add(
        new InitiativeProposed(
            id, NAME, group(), List.of(), "idea", Bloft.UNANSWERED, List.of(), null));
  }

  private @Nullable InitiativeId initiative() {
    return initiatives.isEmpty() || random.nextInt(6) == 0
        ? null
        : initiatives.get(random.nextInt(Math.max(0, initiatives.size() - 3), initiatives.size()));
  }

  private void changeInitiative() {
    InitiativeId id = initiative();
    if (id != null) {
      add(
          switch (random.nextInt(3)) {
            case 0 -> new InitiativeWithdrawn(id, null);
            case 1 -> new InitiativeRestored(id, null);
            default -> new InitiativeTransferred(id, group());
          });
    }
  }

  private void decide() {
    RoundOpened round = rounds.isEmpty() || random.nextBoolean() ? null : any(rounds);
    InitiativeId about = initiative();
    if (!rounds.isEmpty() && (round != null || random.nextInt(3) > 0)) {
      about = (round == null ? any(rounds) : round).initiative();
    }
    Rule[] rules = Rule.values();
    DecisionId id = new DecisionId("d-" + all.size());
    List<MandateId> used = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      used.add(new MandateId("m-" + i));
    }
    add(
        new DecisionTaken(
            id,
            about,
            NAME,
            rules[random.nextInt(rules.length)],
            random.nextBoolean() ? BY : null,
            random.nextBoolean() ? Party.of(group()) : null,
            random.nextBoolean() ? new BodyId("land") : null,
            null,
            proof(used),
            used,
            List.of(),
            null,
            random.nextInt(4) == 0 ? now.plus(Duration.ofDays(random.nextInt(-50, 50))) : null,
            null,
            null,
            round == null ? null : round.round(),
            null,
            null,
            null));
  }

  private CompetenceProof proof(List<MandateId> used) {
    if (random.nextInt(5) == 0) {
      return CompetenceProof.ownWork(group(), 1, now);
    }
    Party holder = Party.of(new RoleId("r-1"));
    return new CompetenceProof(
        random.nextInt(5) == 0 ? Verdict.UNKNOWN : Verdict.COMPETENT,
        1,
        null,
        used.stream().map(id -> new CompetenceProof.Step(id, 1, holder, holder)).toList(),
        null,
        Map.of());
  }

  private RoundOpened opened() {
    RoundOpened opened =
        new RoundOpened(
            new RoundId("round-" + rounds.size()),
            group(),
            initiative(),
            0,
            null,
            NAME,
            List.of(),
            RULE.ref(),
            RULE.spec(),
            now.plus(Duration.ofDays(7)),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    rounds.add(opened);
    return opened;
  }

  /** The earliest that is open; an outcome never holds before its round. */
  private void close() {
    long ended = all.stream().filter(one -> one.fact() instanceof OutcomeComputed).count();
    if (ended < rounds.size()) {
      RoundId round = rounds.get((int) ended).round();
      RoundOutcome outcome =
          List.of(RoundOutcome.ADOPTED, RoundOutcome.BLOCKED, RoundOutcome.REJECTED)
              .get(random.nextInt(3));
      all.add(
          new Happened(
              new OutcomeComputed(
                  round, outcome, new Tally(0, 0, 0, 0, 0, 0, 0), null, Map.of(), now, 1),
              now));
    }
  }

  private DirectiveIssued issued() {
    DirectiveType[] types = DirectiveType.values();
    GroupId group = group();
    DirectiveIssued issued =
        new DirectiveIssued(
            new DirectiveId("dir-" + directives.size()),
            types[random.nextInt(types.length)],
            Subject.of(group),
            random.nextInt(3) == 0 ? null : group,
            Party.of(new BodyId("land")),
            random.nextBoolean() ? new BodyId("city") : null,
            BY,
            null,
            null,
            LegalReference.cited("Awb art. 10:6"),
            now.plus(Duration.ofDays(20 + random.nextInt(60))),
            null,
            null);
    directives.add(issued);
    return issued;
  }

  private void changeDirective() {
    if (!directives.isEmpty()) {
      DirectiveIssued one = directives.get(Math.max(0, directives.size() - 1 - random.nextInt(3)));
      Instant later = now.plus(Duration.ofDays(random.nextInt(40)));
      all.add(
          new Happened(
              switch (random.nextInt(3)) {
                case 0 -> new DirectiveLifted(one.directive(), one.target(), BY, null);
                case 1 -> new DirectiveExtended(one.directive(), one.target(), BY, later, null);
                default -> new DirectiveAnswered(one.directive(), BY, null, FreeText.of("No."));
              },
              now));
    }
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
