package nl.korf.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;

/**
 * The mandates of two ministries, {@value #MANDATES} in all, each ministry a tree ten levels deep
 * from the minister down. Every one of {@value #PEOPLE} people has three functions: one at the
 * bottom of the first tree, two anywhere in the second.
 */
final class LadderFacts {

  static final int MANDATES = 100_000;
  static final int PEOPLE = 10_000;

  /** What an act is worth that every mandate allows. */
  static final int LIMIT_EURO = 250_000;

  private static final int[] LEVELS = {1, 2, 5, 20, 80, 300, 1_200, 5_000, 13_392, 30_000};
  private static final int DEEPEST = LEVELS.length - 1;

  /** Mandates in a chain from the bottom of a tree up. */
  static final int DEPTH = LEVELS.length;

  private final SplittableRandom random = new SplittableRandom(4);
  private final List<Fact> facts = new ArrayList<>();

  private LadderFacts() {}

  static List<Fact> all() {
    LadderFacts ladders = new LadderFacts();
    ladders.tree(0);
    ladders.tree(1);
    for (int person = 0; person < PEOPLE; person++) {
      ladders.appointed(person);
    }
    return ladders.facts;
  }

  /** What the minister of a tree may do. */
  static String power(int tree) {
    return "power-" + tree;
  }

  static String person(long number) {
    return "person-" + number;
  }

  private void tree(int tree) {
    facts.add(
        new BodyRegistered(
            minister(tree),
            LocalizedText.en("Minister " + tree),
            new RegisterNumber(Register.LOCAL, "minister-" + tree),
            "minister",
            null,
            null));
    PowerId power = new PowerId(power(tree));
    facts.add(
        new PowerRegistered(power, LocalizedText.en("Power " + tree), null, null, List.of(), null));
    facts.add(new PowerAttributed(power, minister(tree), null));
    for (int level = 0; level < LEVELS.length; level++) {
      for (int number = 0; number < LEVELS[level]; number++) {
        rung(tree, level, number);
      }
    }
  }

  private void rung(int tree, int level, int number) {
    facts.add(
        new RoleRegistered(
            role(tree, level, number),
            LocalizedText.en("Function %d of level %d".formatted(number, level)),
            minister(tree),
            null,
            null,
            null,
            Cardinality.MANY,
            null));
    if (level == 0) {
      facts.add(
          new MandateGranted(
              mandate(tree, 0, 0), terms(tree, level, Party.of(minister(tree)), number)));
      return;
    }
    int above = (int) ((long) number * LEVELS[level - 1] / LEVELS[level]);
    facts.add(
        new SubMandateGranted(
            mandate(tree, level, number),
            mandate(tree, level - 1, above),
            terms(tree, level, Party.of(role(tree, level - 1, above)), number)));
  }

  private void appointed(int number) {
    PersonId person = new PersonId(person(number));
    facts.add(new PersonRegistered(person, false));
    facts.add(new RoleAssigned(person, role(0, DEEPEST, 3 * number), null, null));
    for (int other = 0; other < 2; other++) {
      int level = 5 + random.nextInt(5);
      facts.add(
          new RoleAssigned(person, role(1, level, random.nextInt(LEVELS[level])), null, null));
    }
  }

  private static MandateTerms terms(int tree, int level, Party grantor, int number) {
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(),
        Nature.GRANTED,
        minister(tree),
        grantor,
        Party.of(role(tree, level, number)),
        new PowerId(power(tree)),
        Scope.INHERITED,
        List.of(
            Limit.perAct("works", Amount.euro(LIMIT_EURO, VatBasis.EXCLUSIVE), Bound.INCLUSIVE)),
        true,
        List.of(),
        List.of(),
        null,
        null,
        SubMandating.YES,
        DEEPEST - level,
        null,
        null,
        null,
        LocalizedText.en("Works up to a limit"));
  }

  private static BodyId minister(int tree) {
    return new BodyId("minister-" + tree);
  }

  private static RoleId role(int tree, int level, int number) {
    return new RoleId("role-%d-%d-%d".formatted(tree, level, number));
  }

  private static MandateId mandate(int tree, int level, int number) {
    return new MandateId("mandate-%d-%d-%d".formatted(tree, level, number));
  }
}
