package nl.korf.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
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
      case 0 -> new PersonRegistered(person(), false);
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
      case 0 -> new BodyDissolved(aBody(), null);
      case 1 -> new BodyRenamed(aBody(), name("Body"));
      default ->
          new BodyRegistered(
              aBody(),
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
              aRole(), name("Role"), aBody(), null, null, null, Cardinality.MANY, null);
      case 1 -> new RoleEnded(person(), aRole(), null);
      default -> new RoleAssigned(person(), aRole(), null, maybe(now));
    };
  }

  private Fact group() {
    return switch (random.nextInt(6)) {
      case 0 -> new GroupArchived(aGroup(), null);
      case 1 -> new GroupRestored(aGroup(), null);
      case 2, 3 -> new GroupRenamed(aGroup(), name("Group"));
      default -> new GroupFormed(aGroup(), name("Group"), "team", null, aBody(), List.of(), null);
    };
  }

  private Fact membership() {
    return random.nextInt(3) == 0
        ? new MemberLeft(aGroup(), person(), "member", null)
        : new MemberJoined(aGroup(), person(), "member");
  }

  private Fact power() {
    return switch (random.nextInt(4)) {
      case 0 -> new PowerRegistered(aPower(), name("Power"), null, "works", List.of(), null);
      case 1 -> new AttributionEnded(aPower(), aBody(), null);
      default -> new PowerAttributed(aPower(), aBody(), null);
    };
  }

  private Fact mandate(Instant now) {
    return switch (random.nextInt(12)) {
      case 8 -> offered(now);
      case 9 ->
          new MandateAccepted(
              aMandate(), Party.of(aRole()), new PersonId("p" + random.nextInt(entities)), null);
      case 10 ->
          new MandateDeclined(
              aMandate(), Party.of(aRole()), new PersonId("p" + random.nextInt(entities)), null);
      case 11 -> new MandatePublished(aMandate(), "gazette " + random.nextInt(9));
      case 0 -> new MandateSuspended(aMandate(), null);
      case 1 -> new SuspensionLifted(aMandate(), null);
      case 2 -> new MandateRevoked(aMandate(), null, null);
      case 3, 4 -> new SubMandateGranted(aMandate(), aMandate(), terms(now));
      default -> new MandateGranted(aMandate(), terms(now));
    };
  }

  private Fact offered(Instant now) {
    List<Party> consents = List.of(Party.of(aRole()), Party.of(aRole()));
    return new MandateGranted(aMandate(), terms(now), consents, null, null);
  }

  private MandateTerms terms(Instant now) {
    Amount amount = Amount.euro(1 + random.nextInt(1_000_000), VatBasis.EXCLUSIVE);
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(),
        Nature.GRANTED,
        aBody(),
        Party.of(aRole()),
        Party.of(aRole()),
        aPower(),
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
              anInitiative(),
              name("Initiative"),
              aGroup(),
              List.of(aGroup()),
              "idea",
              Bloft.UNANSWERED,
              List.of(),
              null);
      case 3 -> new InitiativeLinked(anInitiative(), Relation.DEPENDS_ON, anInitiative());
      case 4 -> new InitiativeUnlinked(anInitiative(), Relation.DEPENDS_ON, anInitiative());
      default -> new StageChanged(anInitiative(), "stage" + random.nextInt(5), null);
    };
  }

  private Fact involvement() {
    return random.nextInt(3) == 0
        ? new PersonReleased(anInitiative(), person(), "author")
        : new PersonInvolved(anInitiative(), person(), "author");
  }

  private Fact decision() {
    return new DecisionTaken(
        new DecisionId("d" + number),
        anInitiative(),
        name("Decision"),
        Rule.MANDATED,
        person(),
        null,
        aBody(),
        null,
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(aMandate()),
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

  private PersonId person() {
    return new PersonId("p" + random.nextInt(entities));
  }

  private BodyId aBody() {
    return new BodyId("b" + random.nextInt(entities));
  }

  private RoleId aRole() {
    return new RoleId("r" + random.nextInt(entities));
  }

  private GroupId aGroup() {
    return new GroupId("g" + random.nextInt(entities));
  }

  private PowerId aPower() {
    return new PowerId("w" + random.nextInt(entities));
  }

  private MandateId aMandate() {
    return new MandateId("m" + random.nextInt(entities));
  }

  private InitiativeId anInitiative() {
    return new InitiativeId("i" + random.nextInt(entities));
  }
}
