package nl.korf.service.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.PlanDraft.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Plans initiatives: each one's own story ({@link InitiativeStory}), then who and what is involved.
 */
final class InitiativePlan {

  private final PlanDraft draft;
  private final Map<String, Instant> proposed = new HashMap<>();

  /** Involvements the dated rows lead to, {@code initiative|person|capacity}. */
  private final Set<String> said = new HashSet<>();

  private final Set<String> linked = new HashSet<>();

  InitiativePlan(PlanDraft draft) {
    this.draft = draft;
  }

  void add() {
    Map<String, List<Row>> changes = byInitiative(Table.INITIATIVE_CHANGES);
    Map<String, List<Row>> stages = byInitiative(Table.STAGES);
    for (Row row : draft.rows(Table.INITIATIVES)) {
      String id = row.must("id");
      InitiativeStory story =
          new InitiativeStory(
              draft, row, changes.getOrDefault(id, List.of()), stages.getOrDefault(id, List.of()));
      proposed.put(id, story.add());
      said.addAll(story.involvedAtTheEnd());
    }
    approvers();
    draft.rows(Table.INITIATIVE_PEOPLE).forEach(this::person);
    draft.rows(Table.INITIATIVE_GROUPS).forEach(this::group);
    draft.rows(Table.INITIATIVE_LINKS).forEach(this::link);
    new DecisionPlan(draft).add();
  }

  private Map<String, List<Row>> byInitiative(Table table) {
    Map<String, List<Row>> rows = new HashMap<>();
    draft
        .rows(table)
        .forEach(
            row -> rows.computeIfAbsent(row.must("initiative"), id -> new ArrayList<>()).add(row));
    return rows;
  }

  /** A later approver in the same capacity takes the place of the one before. */
  private void approvers() {
    Map<String, PersonId> holding = new HashMap<>();
    draft.rows(Table.INITIATIVE_APPROVERS).stream()
        .sorted(java.util.Comparator.comparing(row -> instant(row, "at")))
        .forEach(row -> {
          InitiativeId initiative = new InitiativeId(row.must("initiative"));
          String capacity = row.must("capacity");
          PersonId person = draft.person(row.must("person"));
          Instant at = instant(row, "at");
          PersonId before = holding.put(initiative + "|" + capacity, person);
          if (before != null && !before.equals(person)) {
            involve(
                    row,
                    new PersonReleased(initiative, before, capacity),
                    initiative,
                    before,
                    capacity,
                    at)
                .planned();
            said.remove(involvement(initiative, before, capacity));
          }
          if (!person.equals(before)) {
            involve(
                    row,
                    new PersonInvolved(initiative, person, capacity),
                    initiative,
                    person,
                    capacity,
                    at)
                .planned();
            said.add(involvement(initiative, person, capacity));
          }
        });
  }

  private void person(Row row) {
    InitiativeId initiative = new InitiativeId(row.must("initiative"));
    PersonId person = draft.person(row.must("person"));
    String capacity = row.must("capacity");
    if (row.present() && said.contains(involvement(initiative, person, capacity))) {
      return; // the dated rows say so already
    }
    Moment start = start(row, initiative);
    involve(
            row,
            new PersonInvolved(initiative, person, capacity),
            initiative,
            person,
            capacity,
            start.at())
        .found(start.findings())
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      involve(
              row,
              new PersonReleased(initiative, person, capacity),
              initiative,
              person,
              capacity,
              until)
          .ending()
          .planned();
    }
  }

  private PlanDraft.Addition involve(
      Row row, Fact fact, InitiativeId initiative, PersonId person, String capacity, Instant at) {
    return draft
        .add(row, "involvement/" + involvement(initiative, person, capacity), fact, at)
        .needs(Entity.INITIATIVE, initiative)
        .needs(Entity.PERSON, person);
  }

  private void group(Row row) {
    InitiativeId initiative = new InitiativeId(row.must("initiative"));
    GroupId group = new GroupId(row.must("group"));
    boolean owner = "owner".equals(row.get("relation"));
    if (row.present() && (owner || said.contains(initiative + "|" + group))) {
      return; // the initiative's own rows say so already
    }
    if (owner) {
      return; // the owner stands in the initiative's row
    }
    Moment start = start(row, initiative);
    participation(row, new GroupJoinedInitiative(initiative, group), initiative, group, start.at())
        .found(start.findings())
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      participation(row, new GroupLeftInitiative(initiative, group), initiative, group, until)
          .ending()
          .planned();
    }
  }

  private PlanDraft.Addition participation(
      Row row, Fact fact, InitiativeId initiative, GroupId group, Instant at) {
    return draft
        .add(row, InitiativeStory.lane(initiative), fact, at)
        .needs(Entity.INITIATIVE, initiative)
        .needs(Entity.GROUP, group);
  }

  private void link(Row row) {
    boolean turned = "superseded-by".equals(row.must("relation"));
    InitiativeId one = new InitiativeId(row.must(turned ? "target" : "initiative"));
    InitiativeId other = new InitiativeId(row.must(turned ? "initiative" : "target"));
    Relation relation = relation(row.must("relation"));
    String lane = "link/" + one + "/" + relation + "/" + other;
    if (!linked.add(lane + "/" + row.get("from"))) {
      return; // said from the other side already
    }
    Moment start = start(row, one, other);
    draft
        .add(row, lane, new InitiativeLinked(one, relation, other), start.at())
        .found(start.findings())
        .needs(Entity.INITIATIVE, one)
        .needs(Entity.INITIATIVE, other)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      draft
          .add(row, lane, new InitiativeUnlinked(one, relation, other), until)
          .ending()
          .needs(Entity.INITIATIVE, one)
          .needs(Entity.INITIATIVE, other)
          .planned();
    }
  }

  private static Relation relation(String word) {
    return switch (word) {
      case "depends-on" -> Relation.DEPENDS_ON;
      case "conflicts-with" -> Relation.CONFLICTS_WITH;
      case "part-of" -> Relation.PART_OF;
      case "see-also" -> Relation.SEE_ALSO;
      default -> Relation.SUPERSEDES;
    };
  }

  /** An undated row holds from the moment all its initiatives are there, with a finding. */
  private Moment start(Row row, InitiativeId... initiatives) {
    Instant from = row.moment("from");
    if (from != null) {
      return new Moment(from, List.of());
    }
    Instant latest = null;
    for (InitiativeId initiative : initiatives) {
      Instant at = proposed.getOrDefault(initiative.value(), draft.unknownStart(row));
      latest = latest == null || at.isAfter(latest) ? at : latest;
    }
    return new Moment(latest == null ? draft.unknownStart(row) : latest, PlanDraft.undated(row));
  }

  static Instant instant(Row row, String column) {
    Instant at = row.moment(column);
    if (at == null) {
      throw new IllegalStateException("%s has no %s".formatted(row.source(), column));
    }
    return at;
  }

  static String involvement(InitiativeId initiative, @Nullable PersonId person, String capacity) {
    return initiative + "|" + person + "|" + capacity;
  }
}
