package nl.korf.benchmarks;

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
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.rules.Rule;

/**
 * A map of {@value #NODES} nodes: {@value #BODIES} organisations, {@value #GROUPS} groups, and
 * initiatives of which each has a stage, a milestone and a decision; about 40,000 facts over eight
 * years.
 */
final class MapFacts {

  static final int NODES = 10_000;
  private static final int BODIES = 12;
  private static final int GROUPS = 400;
  private static final int SECONDS_APART = 6_300;
  private static final Instant START = Instant.parse("2018-01-01T00:00:00Z");

  private final SplittableRandom random = new SplittableRandom(8);
  private final List<Fact> facts = new ArrayList<>();

  private MapFacts() {}

  /** All of them, in the ledger with this URN. */
  static List<Fact> of(String ledger) {
    MapFacts map = new MapFacts();
    map.facts.add(new LedgerFounded(ledger, "Korf", false));
    for (int body = 0; body < BODIES; body++) {
      map.facts.add(
          new BodyRegistered(
              body(body),
              LocalizedText.en("Organisation " + body),
              new RegisterNumber(Register.LOCAL, "organisation-" + body),
              "ministry",
              null,
              null));
    }
    for (int group = 0; group < GROUPS; group++) {
      map.facts.add(
          new GroupFormed(
              group(group),
              LocalizedText.en("Group " + group),
              "team",
              null,
              body(group % BODIES),
              List.of(),
              null));
    }
    for (int initiative = 0; initiative < NODES - GROUPS; initiative++) {
      map.initiative(SampleFacts.id(initiative));
    }
    return map.facts;
  }

  static Instant recordedAt(long number) {
    return START.plusSeconds(SECONDS_APART * number);
  }

  private void initiative(String id) {
    InitiativeId initiative = new InitiativeId(id);
    facts.add(SampleFacts.proposal(id, group(random.nextInt(GROUPS))));
    facts.add(new StageChanged(initiative, "stage" + random.nextInt(6), null));
    facts.add(new MilestoneSet(initiative, "v1." + random.nextInt(40)));
    facts.add(
        new DecisionTaken(
            new DecisionId("d" + id),
            initiative,
            LocalizedText.en("A decision of an ordinary length"),
            Rule.MANDATED,
            new PersonId("p" + random.nextInt(1_000)),
            null,
            body(0),
            null,
            new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
            List.of(),
            List.of(),
            null,
            null,
            null));
  }

  private static BodyId body(int number) {
    return new BodyId("b" + number);
  }

  private static GroupId group(int number) {
    return new GroupId("g" + number);
  }
}
