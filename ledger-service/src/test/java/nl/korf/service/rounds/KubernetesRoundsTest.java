package nl.korf.service.rounds;

import static nl.korf.service.imports.RealData.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.imports.RealData;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import nl.korf.service.people.RegisterPerson;
import org.junit.jupiter.api.Test;

/**
 * Approvals of enhancement proposals as rounds: the leaders of the owning group at that time are
 * the electorate, those of them who stand in the proposal (author, reviewer, approver) say yes, and
 * every approver ever named for the stage must agree; the one named last does. Every outcome is
 * held against a count made here, from the rows alone.
 */
class KubernetesRoundsTest {

  private static final GroupId GROUP = new GroupId("owner");
  private static final RuleId RULE = new RuleId("rule");
  private static final RoundId ROUND = new RoundId("round");

  /** One approval: who leads, who of them stands in the proposal, who was named. */
  private record Case(Set<String> leaders, Set<String> yes, List<String> named) {}

  @Test
  void everyApprovalAsARoundEndsAsCountedByHand() {
    List<Case> cases = cases(RealData.folder("kubernetes"));
    Map<String, Integer> counts = new TreeMap<>();

    for (Case one : cases) {
      OutcomeComputed computed = held(one);

      assertThat(computed.outcome()).as(one.toString()).isEqualTo(byHand(one));
      assertThat(computed.tally().yes()).isEqualTo(one.yes().size());
      assertThat(computed.tally().electorate()).isEqualTo(one.leaders().size());
      counts.merge(computed.outcome() + " " + computed.failed(), 1, Integer::sum);
    }

    System.out.println("kubernetes: " + cases.size() + " rounds: " + counts);
    assertThat(cases).hasSizeGreaterThan(500);
    assertThat(counts).hasSizeGreaterThan(2);
  }

  /** A majority of all leaders, and everybody named agrees: only the last one named did. */
  private static RoundOutcome byHand(Case one) {
    boolean majority = 2 * one.yes().size() > one.leaders().size();
    boolean agreed = one.named().stream().distinct().count() == 1;
    return majority && agreed ? RoundOutcome.ADOPTED : RoundOutcome.REJECTED;
  }

  private static OutcomeComputed held(Case one) {
    MemoryLedger ledger = Estate.ledger(new MemoryAuthority());
    Map<String, PersonId> people = new LinkedHashMap<>();
    one.leaders().forEach(handle -> person(handle, people));
    one.named().forEach(handle -> person(handle, people));
    people.values().forEach(person -> ledger.send(new RegisterPerson(person, false)));
    ledger.send(new FormGroup(GROUP, Estate.name("Owner"), "sig", null, null, null, null));
    one.leaders()
        .forEach(handle -> ledger.send(new AddMember(GROUP, person(handle, people), "lead")));
    ledger.send(
        new ProposeInitiative(
            new InitiativeId("kep"), Estate.name("KEP"), GROUP, null, null, null, null, "Text"));
    List<Party> approvers =
        one.named().stream().distinct().map(h -> Party.of(person(h, people))).toList();
    ledger.send(new DefineRule(RULE, Estate.name("Rule"), GROUP, rule(approvers)));
    ledger.send(open());
    one.yes()
        .forEach(handle ->
            ledger.send(
                person(handle, people), new CastBallot(ROUND, Choice.YES, null, null, null)));
    ledger.send(
        person(one.named().getLast(), people), new GiveAgreement(ROUND, null, true, null, null));
    ledger.pass(Council.WEEK);
    List<Fact> facts = ledger.send(new CloseRound(ROUND));
    return (OutcomeComputed) facts.getFirst();
  }

  private static PersonId person(String handle, Map<String, PersonId> people) {
    return people.computeIfAbsent(handle, _ -> new PersonId("p-" + people.size()));
  }

  private static AskedSpec rule(List<Party> approvers) {
    return new AskedSpec(
        Rule.MAJORITY,
        Council.WEEK,
        null,
        null,
        null,
        null,
        Base.ELECTORATE,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        approvers,
        null,
        null,
        null,
        null);
  }

  private static OpenRound open() {
    return new OpenRound(
        ROUND,
        GROUP,
        new InitiativeId("kep"),
        null,
        null,
        null,
        null,
        new RuleRef(RULE, 1),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** One case for each proposal and stage; without leaders at that time there is no round. */
  private static List<Case> cases(Path folder) {
    Map<String, String> owners = new HashMap<>();
    for (Map<String, String> row : RealData.rows(folder.resolve("initiative_groups.csv"))) {
      if (cell(row, "relation").equals("owning")) {
        owners.put(cell(row, "initiative"), cell(row, "group"));
      }
    }
    Map<String, Set<String>> standing = new HashMap<>();
    for (Map<String, String> row : RealData.rows(folder.resolve("initiative_people.csv"))) {
      standing
          .computeIfAbsent(cell(row, "initiative"), _ -> new TreeSet<>())
          .add(cell(row, "person"));
    }
    Map<String, List<Map<String, String>>> approvals = new LinkedHashMap<>();
    for (Map<String, String> row : RealData.rows(folder.resolve("approvals.csv"))) {
      approvals
          .computeIfAbsent(
              cell(row, "initiative") + " " + cell(row, "stage"), _ -> new ArrayList<>())
          .add(row);
    }
    List<Map<String, String>> memberships = RealData.rows(folder.resolve("memberships.csv"));
    List<Case> cases = new ArrayList<>();
    int leaderless = 0;
    for (List<Map<String, String>> rows : approvals.values()) {
      String initiative = cell(rows.getLast(), "initiative");
      Set<String> leaders =
          leaders(
              memberships,
              owners.getOrDefault(initiative, ""),
              Instant.parse(cell(rows.getLast(), "at")));
      Set<String> yes = new TreeSet<>(standing.getOrDefault(initiative, Set.of()));
      yes.retainAll(leaders);
      if (leaders.isEmpty()) {
        leaderless++;
      } else {
        cases.add(new Case(leaders, yes, rows.stream().map(row -> cell(row, "approver")).toList()));
      }
    }
    System.out.println("kubernetes: " + leaderless + " approvals without leaders at that time");
    return cases;
  }

  private static Set<String> leaders(
      List<Map<String, String>> memberships, String group, Instant at) {
    Set<String> leaders = new TreeSet<>();
    for (Map<String, String> row : memberships) {
      if (cell(row, "group").equals(group) && RealData.covers(row, at)) {
        leaders.add(cell(row, "person"));
      }
    }
    return leaders;
  }
}
