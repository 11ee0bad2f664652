package nl.korf.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.rules.Rule;

/**
 * What the sample ledger holds: {@value #GROUPS} groups whose people come and go, and initiatives
 * that are proposed, move through stages and are decided on, about {@value #FACTS_PER_INITIATIVE}
 * facts each.
 */
final class SampleFacts {

  static final int GROUPS = 1_000;
  static final int PEOPLE = 20_000;
  static final int FACTS_PER_INITIATIVE = 15;
  static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private final SplittableRandom random = new SplittableRandom(1);
  private long initiatives;

  static void fill(Server.Database database, long facts) throws Exception {
    var sample = new SampleFacts();
    RawFacts.insert(
        database,
        0,
        facts,
        position -> position <= GROUPS ? group((int) position) : sample.fact(),
        SampleFacts::recordedAt);
  }

  /** When the fact at a position was recorded; it holds from then. */
  static Instant recordedAt(long position) {
    return START.plusSeconds(60 * position);
  }

  private static Fact group(int number) {
    return new GroupFormed(
        new GroupId("g" + number),
        LocalizedText.en("Group " + number),
        number % 3 == 0 ? "committee" : "team",
        number > 20 ? new GroupId("g" + number % 20) : null,
        new BodyId("b" + number % 5),
        List.of(),
        null);
  }

  private Fact fact() {
    int chance = random.nextInt(100);
    if (initiatives == 0 || chance < 100 / FACTS_PER_INITIATIVE) {
      return proposed();
    } else if (chance < 70) {
      return new StageChanged(anInitiative(), "stage" + random.nextInt(6), null);
    } else if (chance < 75) {
      return new MilestoneSet(anInitiative(), "v1." + random.nextInt(40));
    } else if (chance < 85) {
      return new MemberJoined(aGroup(), aPerson(), "member");
    } else if (chance < 90) {
      return new MemberLeft(aGroup(), aPerson(), "member", null);
    } else if (chance < 92) {
      return new GroupRenamed(aGroup(), LocalizedText.en("Group " + random.nextInt(GROUPS)));
    }
    return decision();
  }

  private Fact proposed() {
    initiatives++;
    return proposal(id(initiatives), aGroup(), aGroup(), aGroup());
  }

  /** An initiative of a group, in which others take part. */
  static Fact proposal(String initiative, GroupId owner, GroupId... participants) {
    return new InitiativeProposed(
        new InitiativeId(initiative),
        LocalizedText.en("An initiative with a plain title, " + initiative),
        owner,
        List.of(participants),
        "stage0",
        Bloft.UNANSWERED,
        List.of(),
        null);
  }

  private Fact decision() {
    return new DecisionTaken(
        new DecisionId("d" + Long.toHexString(random.nextLong())),
        anInitiative(),
        LocalizedText.en("A decision of an ordinary length"),
        Rule.MANDATED,
        aPerson(),
        null,
        new BodyId("b1"),
        null,
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** Ids are spread, as random ones are: the order of ids is not the order of birth. */
  static String id(long number) {
    return "i" + Long.toHexString((number * 0x9E3779B97F4A7C15L) >>> 20);
  }

  private InitiativeId anInitiative() {
    return new InitiativeId(id(1 + random.nextLong(initiatives)));
  }

  private GroupId aGroup() {
    return new GroupId("g" + (1 + random.nextInt(GROUPS)));
  }

  private PersonId aPerson() {
    return new PersonId("p" + random.nextInt(PEOPLE));
  }
}
