package nl.korf.service.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.projections.map.KnownMap;
import nl.korf.projections.map.KnownMap.DecisionPeriod;
import nl.korf.projections.map.KnownMap.InitiativePeriod;
import nl.korf.projections.map.KnownMap.MandatePeriod;
import nl.korf.projections.map.KnownMap.ObjectionPeriod;
import nl.korf.projections.map.KnownMap.RoundPeriod;
import nl.korf.projections.map.KnownMap.SupersessionPeriod;
import nl.korf.projections.map.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which state an initiative is shown when, and while which mandate counts. */
class SpansTest {

  private List<InitiativePeriod> initiative = List.of(new InitiativePeriod("i", false, from(0)));
  private List<RoundPeriod> rounds = List.of();
  private List<ObjectionPeriod> objections = List.of();
  private List<DecisionPeriod> decisions = List.of();
  private List<SupersessionPeriod> supersessions = List.of();

  @Test
  void eachStateTakesItsTurn() {
    initiative =
        List.of(
            new InitiativePeriod("i", false, new Period(0, 90)),
            new InitiativePeriod("i", true, from(90)));
    rounds = List.of(round("r", "OPEN", 10, 40), round("r", "ADOPTED", 40, Period.OPEN));
    objections = List.of(new ObjectionPeriod("r", new Period(20, 30)));
    decisions = List.of(decision("d", "IN_FORCE", null, 40, Period.OPEN));

    assertThat(told())
        .isEqualTo(
            "0 PROPOSED 10 DELIBERATING 20 OBJECTION 30 DELIBERATING 40 DECIDED 90 WITHDRAWN");
  }

  @Test
  void anObjectionOutlivesItsRoundOnlyWhereItBlockedIt() {
    objections = List.of(new ObjectionPeriod("r", from(20)));

    rounds = List.of(round("r", "OPEN", 10, 40), round("r", "ADOPTED", 40, Period.OPEN));
    assertThat(told()).isEqualTo("0 PROPOSED 10 DELIBERATING 20 OBJECTION 40 PROPOSED");

    rounds =
        List.of(
            round("r", "OPEN", 10, 40),
            round("r", "BLOCKED", 40, Period.OPEN),
            round("s", "OPEN", 60, Period.OPEN));
    assertThat(told()).isEqualTo("0 PROPOSED 10 DELIBERATING 20 OBJECTION 60 DELIBERATING");
  }

  @Test
  void aDecisionWorksWhileNoOtherStandsInItsPlace() {
    decisions =
        List.of(
            decision("d", "IN_FORCE", null, 10, Period.OPEN),
            decision("e", "PENDING", null, 15, 30),
            decision("e", "EXPIRED", null, 30, 50),
            decision("e", "REPEALED", 50L, 50, Period.OPEN));
    supersessions = List.of(new SupersessionPeriod("d", "e", true, from(30)));
    assertThat(told()).isEqualTo("0 PROPOSED 10 DECIDED 30 PROPOSED 50 DECIDED");

    supersessions = List.of(new SupersessionPeriod("d", "e", false, from(30)));
    assertThat(told()).as("it does not revive").isEqualTo("0 PROPOSED 10 DECIDED 30 PROPOSED");
  }

  @Test
  void nothingIsShownWhileAnInitiativeIsNotThere() {
    initiative = List.of(new InitiativePeriod("i", false, from(20)));
    rounds = List.of(round("r", "OPEN", 10, 30));

    assertThat(told()).isEqualTo("20 DELIBERATING 30 PROPOSED");
  }

  @Test
  void aMandateCountsWhileAllAboveItDo() {
    List<MandatePeriod> mandates =
        List.of(
            mandate("root", null, true, 0, 50),
            mandate("root", null, false, 50, 70),
            mandate("root", null, true, 70, Period.OPEN),
            mandate("leaf", "root", true, 10, 60),
            mandate("lost", "nowhere", true, 10, 60),
            mandate("circle", "circle", true, 0, 60));

    assertThat(Edges.of(mandates))
        .extracting(edge -> edge.mandate() + " " + edge.period().from())
        .containsExactly("root 0", "root 70", "leaf 10");
    assertThat(Edges.of(mandates).getLast().period().until()).isEqualTo(50);
  }

  private String told() {
    KnownMap known =
        new KnownMap(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            initiative,
            rounds,
            objections,
            decisions,
            supersessions,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    StringBuilder told = new StringBuilder();
    Spans.of(known)
        .getOrDefault("i", List.of())
        .forEach(
            span -> told.append(' ').append(span.period().from()).append(' ').append(span.state()));
    return told.toString().strip();
  }

  private static Period from(long from) {
    return new Period(from, Period.OPEN);
  }

  private static RoundPeriod round(String id, String state, long from, long until) {
    return new RoundPeriod(id, "i", state, new Period(from, until));
  }

  private static DecisionPeriod decision(
      String id, String state, @Nullable Long repealedAt, long from, long until) {
    return new DecisionPeriod(id, "i", state, repealedAt, new Period(from, until));
  }

  private static MandatePeriod mandate(
      String id, @Nullable String parent, boolean active, long from, long until) {
    return new MandatePeriod(id, parent, "role:a", "role:b", "p", active, new Period(from, until));
  }
}
