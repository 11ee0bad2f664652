package nl.korf.service.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.DecisionId;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.invariants.Awb;
import nl.korf.service.authority.Competence;
import nl.korf.service.bodies.BodiesFeature;
import nl.korf.service.decisions.DecisionsFeature;
import nl.korf.service.directives.DirectiveSettings;
import nl.korf.service.directives.DirectivesFeature;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.groups.GroupsFeature;
import nl.korf.service.initiatives.InitiativesFeature;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.kernel.StoryClock;
import nl.korf.service.mandates.MandatesFeature;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import nl.korf.service.people.PeopleFeature;
import nl.korf.service.powers.PowersFeature;
import nl.korf.service.programmes.ProgrammesFeature;
import nl.korf.service.roles.RolesFeature;
import nl.korf.service.rounds.RoundsFeature;
import org.junit.jupiter.api.Test;

class EstateStoryTest {

  private static final Instant BEGIN = Instant.parse("2023-09-01T08:00:00Z");
  private static final Instant PRESENT = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void theStoryIsToldToItsEndThroughOrdinaryCommands() {
    List<RecordedFact> facts = told();

    assertThat(count(facts, GroupFormed.class)).isEqualTo(12);
    assertThat(count(facts, InitiativeProposed.class)).isEqualTo(61);
    assertThat(count(facts, MandateRevoked.class)).isEqualTo(1);
    assertThat(decisions(facts)).hasSizeGreaterThan(20);
    assertThat(decisions(facts))
        .allMatch(decision -> decision.competence().verdict() == Verdict.COMPETENT);
  }

  @Test
  void theLeaseThatIsTooLongForTheOfficerIsTakenByTheDirector() {
    DecisionTaken lease = decision(told(), "d-huur-stationskwartier");

    assertThat(lease.mandatesUsed()).containsExactly(Ladder.M_TRANSACTIONS, Ladder.M_SG);
  }

  @Test
  void workGoesOnUnderTheNewMandateAfterTheRevocation() {
    DecisionTaken repair = decision(told(), "d-herstel");

    assertThat(repair.mandatesUsed())
        .containsExactly(Ladder.M_WORKS_NEW, Ladder.M_PROJECTS_NEW, Ladder.M_SG);
  }

  @Test
  void whatWasHeldIsDecidedAfterTheHoldLapsed() {
    List<RecordedFact> facts = told();

    assertThat(count(facts, DirectiveIssued.class)).isEqualTo(1);
    assertThat(count(facts, DirectiveLifted.class)).isZero();
    assertThat(decision(facts, "d-na-aanhouding").mandatesUsed()).contains(Ladder.M_WORKS);
    assertThat(count(facts, InitiativeIncluded.class)).isEqualTo(4);
  }

  @Test
  void itEndsWithARoundThatStaysOpenForThreeWeeks() {
    List<RecordedFact> facts = told();

    RoundOpened opened = only(facts, RoundOpened.class);
    assertThat(opened.deadline()).isEqualTo(PRESENT.plus(Duration.ofDays(21)));
    assertThat(count(facts, OutcomeComputed.class)).isZero();
    assertThat(only(facts, ObjectionRaised.class).round()).isEqualTo(opened.round());
    assertThat(count(facts, BallotCast.class)).isBetween(1L, opened.electorate().size() - 2L);
    assertThat(facts.getLast().envelope().recordedAt()).isBefore(PRESENT);
  }

  @Test
  void itsCourseBeforeThatDoesNotDependOnWhenItIsTold() {
    assertThat(told(PRESENT.plus(Duration.ofDays(400))).stream().limit(440).toList())
        .isEqualTo(told().stream().limit(440).toList());
  }

  @Test
  void theStoryIsTheSameEveryTime() {
    assertThat(told().stream().map(RecordedFact::fact).toList())
        .isEqualTo(told().stream().map(RecordedFact::fact).toList());
    assertThat(EstateStory.told(PRESENT).names()).isEqualTo(EstateStory.told(PRESENT).names());
  }

  @Test
  void everybodyInItSaysToBeInvented() {
    assertThat(EstateStory.told(PRESENT).names().values())
        .allMatch(n -> n.startsWith("Voorbeeldpersoon"));
  }

  private static List<RecordedFact> told() {
    return told(PRESENT);
  }

  private static List<RecordedFact> told(Instant present) {
    MemoryAuthority authority = new MemoryAuthority();
    MemoryLedger ledger =
        new MemoryLedger(
            true,
            new PeopleFeature(),
            new BodiesFeature(),
            new RolesFeature(),
            new GroupsFeature(),
            new PowersFeature(),
            new MandatesFeature(Awb.RULES),
            new InitiativesFeature(),
            new DecisionsFeature(new Competence(authority, authority)),
            new DirectivesFeature(
                new Competence(authority, authority), authority, DirectiveSettings.DEFAULT),
            new ProgrammesFeature(),
            new RoundsFeature(new Competence(authority, authority), DecisionSettings.DEFAULT));
    authority.follow(ledger);
    StoryClock clock = new StoryClock(BEGIN);
    EstateStory.told(present).script().tell(new AtTheClock(ledger, clock), clock);
    return ledger.facts();
  }

  private static long count(List<RecordedFact> facts, Class<? extends Fact> type) {
    return facts.stream().map(RecordedFact::fact).filter(type::isInstance).count();
  }

  private static <T extends Fact> T only(List<RecordedFact> facts, Class<T> type) {
    List<T> found =
        facts.stream().map(RecordedFact::fact).filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<DecisionTaken> decisions(List<RecordedFact> facts) {
    return facts.stream()
        .map(RecordedFact::fact)
        .filter(DecisionTaken.class::isInstance)
        .map(DecisionTaken.class::cast)
        .toList();
  }

  private static DecisionTaken decision(List<RecordedFact> facts, String id) {
    return decisions(facts).stream()
        .filter(decision -> decision.decision().equals(new DecisionId(id)))
        .findFirst()
        .orElseThrow();
  }

  /** Commands to a ledger in memory, each at the story's time. */
  private record AtTheClock(MemoryLedger ledger, StoryClock clock) implements Commands {
    @Override
    public Receipt send(Command command, Actor actor, UUID commandId) {
      ledger.pass(Duration.between(ledger.now(), clock.instant()));
      List<Fact> facts = ledger.send(actor, command);
      long last = ledger.facts().size();
      return new Receipt(last - facts.size() + 1, last, clock.instant(), List.of(), "told", false);
    }

    @Override
    public Decided consider(Command command, Actor actor) {
      throw new UnsupportedOperationException("a story is told, not considered");
    }
  }
}
