package nl.korf.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.BodyRenamed;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.model.rules.Rule;
import nl.korf.projections.testing.TestLedger.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Facts by chance, the same for the same seed: of every family, about few entities again and again,
 * often recorded long after they held, and often about what never began.
 */
public final class RandomHistory {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration PACE = Duration.ofMinutes(1);

  private static final int STEP_IN_EVERY = 8;

  private final SplittableRandom random;
  private final int entities;
  private final RandomIds ids;
  private final double late;
  private final long seed;
  private @Nullable StepInsByChance stepIns;
  private long number;

  /**
   * @param entities of each kind, at most
   * @param late which part of the facts holds from long before they are recorded
   */
  public RandomHistory(long seed, int entities, double late) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.entities = entities;
    this.ids = new RandomIds(random, entities);
    this.late = late;
  }

  /** With directives and programmes among them, by a chance of their own. */
  public RandomHistory withStepIns() {
    stepIns = new StepInsByChance(new SplittableRandom(seed), entities);
    return this;
  }

  /** The next facts. */
  public List<Dated> next(int facts) {
    List<Dated> all = new ArrayList<>(facts);
    for (int i = 0; i < facts; i++) {
      Instant now = START.plus(PACE.multipliedBy(++number));
      boolean isLate = random.nextDouble() < late;
      long back = isLate ? random.nextLong(number + 1) : 0;
      all.add(new Dated(fact(now), now.minus(PACE.multipliedBy(back))));
    }
    return all;
  }

  private Fact fact(Instant now) {
    StepInsByChance others = stepIns;
    if (others != null && number % STEP_IN_EVERY == 0) {
      return others.next(now);
    }
    return switch (random.nextInt(20)) {
      case 0 -> new PersonRegistered(ids.person(), false);
      case 1 -> body();
      case 2, 3 -> role(now);
      case 4, 5, 6 -> group();
      case 7, 8, 9 -> membership();
      case 10 -> power();
      case 11, 12, 13 -> mandate(now);
      case 14, 15, 16, 17 -> initiative();
      case 18 -> involvement();
      default -> decision();
    };
  }

  private Fact body() {
    return switch (random.nextInt(4)) {
      case 0 -> new BodyDissolved(ids.body(), null);
      case 1 -> new BodyRenamed(ids.body(), name("Body"));
      default ->
          new BodyRegistered(
              ids.body(),
              name("Body"),
              new RegisterNumber(Register.LOCAL, "b" + random.nextInt(entities)),
              "ministry",
              null,
              null);
    };
  }

  private Fact role(Instant now) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new RoleRegistered(
              ids.role(), name("Role"), ids.body(), null, null, null, Cardinality.MANY, null);
      case 1 -> new RoleEnded(ids.person(), ids.role(), null);
      default -> new RoleAssigned(ids.person(), ids.role(), null, maybe(now));
    };
  }

  private Fact group() {
    return switch (random.nextInt(6)) {
      case 0 -> new GroupArchived(ids.group(), null);
      case 1 -> new GroupRestored(ids.group(), null);
      case 2, 3 -> new GroupRenamed(ids.group(), name("Group"));
      default ->
          new GroupFormed(ids.group(), name("Group"), "team", null, ids.body(), List.of(), null);
    };
  }

  private Fact membership() {
    return random.nextInt(3) == 0
        ? new MemberLeft(ids.group(), ids.person(), "member", null)
        : new MemberJoined(ids.group(), ids.person(), "member");
  }

  private Fact power() {
    return switch (random.nextInt(4)) {
      case 0 -> new PowerRegistered(ids.power(), name("Power"), null, "works", List.of(), null);
      case 1 -> new AttributionEnded(ids.power(), ids.body(), null);
      default -> new PowerAttributed(ids.power(), ids.body(), null);
    };
  }

  private Fact mandate(Instant now) {
    return switch (random.nextInt(12)) {
      case 8 -> offered(now);
      case 9 -> new MandateAccepted(ids.mandate(), Party.of(ids.role()), ids.person(), null);
      case 10 -> new MandateDeclined(ids.mandate(), Party.of(ids.role()), ids.person(), null);
      case 11 -> new MandatePublished(ids.mandate(), "gazette " + random.nextInt(9));
      case 0 -> new MandateSuspended(ids.mandate(), null);
      case 1 -> new SuspensionLifted(ids.mandate(), null);
      case 2 -> new MandateRevoked(ids.mandate(), null, null);
      case 3, 4 -> new SubMandateGranted(ids.mandate(), ids.mandate(), terms(now));
      default -> new MandateGranted(ids.mandate(), terms(now));
    };
  }

  private Fact offered(Instant now) {
    List<Party> consents = List.of(Party.of(ids.role()), Party.of(ids.role()));
    return new MandateGranted(ids.mandate(), terms(now), consents, null, null);
  }

  private MandateTerms terms(Instant now) {
    Amount amount = Amount.euro(1 + random.nextInt(1_000_000), VatBasis.EXCLUSIVE);
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(),
        Nature.GRANTED,
        ids.body(),
        Party.of(ids.role()),
        Party.of(ids.role()),
        ids.power(),
        Scope.INHERITED,
        List.of(Limit.perAct("works", amount, Bound.INCLUSIVE)),
        true,
        List.of(),
        List.of(),
        maybe(now),
        maybe(now.plus(Duration.ofDays(30))),
        SubMandating.YES,
        3,
        null,
        null,
        null,
        name("Mandate"));
  }

  private Fact initiative() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new InitiativeProposed(
              ids.initiative(),
              name("Initiative"),
              ids.group(),
              List.of(ids.group()),
              "idea",
              Bloft.UNANSWERED,
              List.of(),
              null);
      case 3 -> new InitiativeLinked(ids.initiative(), Relation.DEPENDS_ON, ids.initiative());
      case 4 -> new InitiativeUnlinked(ids.initiative(), Relation.DEPENDS_ON, ids.initiative());
      default -> new StageChanged(ids.initiative(), "stage" + random.nextInt(5), null);
    };
  }

  private Fact involvement() {
    return random.nextInt(3) == 0
        ? new PersonReleased(ids.initiative(), ids.person(), "author")
        : new PersonInvolved(ids.initiative(), ids.person(), "author");
  }

  private Fact decision() {
    return new DecisionTaken(
        new DecisionId("d" + number),
        ids.initiative(),
        name("Decision"),
        Rule.MANDATED,
        ids.person(),
        null,
        ids.body(),
        null,
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(ids.mandate()),
        List.of(),
        random.nextBoolean() ? "stage" + random.nextInt(5) : null,
        null,
        null);
  }

  private @Nullable Instant maybe(Instant instant) {
    return random.nextInt(3) == 0 ? instant.plus(PACE.multipliedBy(random.nextInt(500))) : null;
  }

  private LocalizedText name(String what) {
    return LocalizedText.nl(what + " " + random.nextInt(1_000));
  }
}
