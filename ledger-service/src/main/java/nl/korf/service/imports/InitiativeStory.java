package nl.korf.service.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.Imported.Finding;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.service.imports.Column.Entity;
import org.jspecify.annotations.Nullable;

/**
 * One initiative from its dated rows: how it began, what changed, which decisions moved it. Rows
 * that say what holds now (title, owner) are believed only where no dated row speaks.
 */
final class InitiativeStory {

  /** A rule of the import itself: a change starts from another stage than the last one led to. */
  static final String STAGE_CHAIN = "source-stage-chain-broken";

  /** What stands for a stage the source does not state. */
  static final String UNSTATED = "unstated";

  private final PlanDraft draft;
  private final Row row;
  private final InitiativeId id;
  private final List<Row> changes;
  private final List<Row> stages;
  private final Set<String> involved = new HashSet<>();

  private LocalizedText title;
  private GroupId owner;
  private int version = 1;
  private @Nullable String stage;
  private @Nullable String maturity;

  InitiativeStory(PlanDraft draft, Row row, List<Row> changes, List<Row> stages) {
    this.draft = draft;
    this.row = row;
    this.id = new InitiativeId(row.must("id"));
    this.changes = sorted(changes);
    this.stages = sorted(stages);
    this.title = PlanDraft.text(row, "title", id.value());
    this.owner = new GroupId(row.must("owner"));
  }

  /** Plans the story; tells when it began. */
  Instant add() {
    Instant began = began();
    propose(began);
    List<Row> later = Stream.concat(changes.stream(), stages.stream()).toList();
    later.stream()
        .sorted(
            Comparator.comparing((Row r) -> InitiativePlan.instant(r, "at"))
                .thenComparing(r -> r.table() == Table.STAGES))
        .forEach(r -> step(r, began));
    return began;
  }

  /** Involvements and participations in force at the end, as the dated rows tell. */
  Set<String> involvedAtTheEnd() {
    return involved;
  }

  private Instant began() {
    Instant said = row.moment("from");
    return Stream.concat(stages.stream(), changes.stream())
        .map(r -> InitiativePlan.instant(r, "at"))
        .min(Comparator.naturalOrder())
        .map(first -> said != null && said.isBefore(first) ? said : first)
        .orElseGet(() -> draft.start(row).at());
  }

  private void propose(Instant began) {
    List<Row> first = changes.stream().filter(r -> isFirst(r, began)).toList();
    first(first, "title").ifPresent(r -> title = titled(r.must("value")));
    boolean titled =
        changes.stream().noneMatch(r -> is(r, "title")) || first(first, "title").isPresent();
    if (!titled) {
      title = LocalizedText.en(id.value());
    }
    first(first, "owner").ifPresent(r -> owner = new GroupId(r.must("value")));
    List<GroupId> participants =
        first.stream()
            .filter(r -> is(r, "participant"))
            .map(r -> new GroupId(r.must("value")))
            .toList();
    participants.forEach(group -> involved.add(id + "|" + group));
    Row created =
        stages.stream().filter(r -> "created".equals(r.get("event"))).findFirst().orElse(row);
    stage = created.get("stage");
    String text = row.get("text");
    List<LegalReference> legal =
        row.list("legal_references").stream().map(PlanDraft::citation).toList();
    PlanDraft.Addition proposed =
        draft
            .add(
                row,
                lane(id),
                new InitiativeProposed(
                    id,
                    title,
                    owner,
                    participants,
                    stage == null ? UNSTATED : stage,
                    RowContext.of(row),
                    legal,
                    text == null ? null : FreeText.of(text)),
                began)
            .creates(Entity.INITIATIVE, id)
            .needs(Entity.GROUP, owner);
    participants.forEach(group -> proposed.needs(Entity.GROUP, group));
    proposed.found(undated()).planned();
    String milestone = row.get("milestone");
    if (milestone != null) {
      own(row, new MilestoneSet(id, milestone), began).planned();
    }
  }

  private List<Finding> undated() {
    boolean dated = !stages.isEmpty() || !changes.isEmpty() || row.has("from");
    return dated ? List.of() : PlanDraft.undated(row);
  }

  private void step(Row r, Instant began) {
    Instant at = InitiativePlan.instant(r, "at");
    if (r.table() == Table.STAGES) {
      stage(r, at);
    } else {
      boolean add = "add".equals(r.must("change"));
      switch (r.must("field")) {
        case "title" -> retitle(r, at, add, began);
        case "owner" -> transfer(r, at, add, began);
        case "participant" -> participate(r, at, add, began);
        case "milestone" -> milestone(r, at, add);
        default -> person(r, at, add);
      }
    }
  }

  private void retitle(Row r, Instant at, boolean add, Instant began) {
    if (add && !isFirst(r, began)) {
      title = titled(r.must("value"));
      version++;
      own(r, new InitiativeRevised(id, version, title, RowContext.of(row), List.of(), null), at)
          .planned();
    }
  }

  private void transfer(Row r, Instant at, boolean add, Instant began) {
    if (add && !isFirst(r, began)) {
      owner = new GroupId(r.must("value"));
      own(r, new InitiativeTransferred(id, owner), at).needs(Entity.GROUP, owner).planned();
    }
  }

  private void participate(Row r, Instant at, boolean add, Instant began) {
    GroupId group = new GroupId(r.must("value"));
    if (add && isFirst(r, began)) {
      return; // part of the proposal
    }
    Fact fact = add ? new GroupJoinedInitiative(id, group) : new GroupLeftInitiative(id, group);
    remember(add, id + "|" + group);
    own(r, fact, at).needs(Entity.GROUP, group).planned();
  }

  private void milestone(Row r, Instant at, boolean add) {
    boolean replaced =
        !add
            && changes.stream()
                .anyMatch(other ->
                    is(other, "milestone")
                        && "add".equals(other.get("change"))
                        && InitiativePlan.instant(other, "at").equals(at));
    if (!replaced) {
      own(r, new MilestoneSet(id, add ? r.must("value") : null), at).planned();
    }
  }

  private void person(Row r, Instant at, boolean add) {
    PersonId person = draft.person(r.must("value"));
    String capacity = r.has("capacity") ? r.must("capacity") : "involved";
    String involvement = InitiativePlan.involvement(id, person, capacity);
    remember(add, involvement);
    Fact fact =
        add ? new PersonInvolved(id, person, capacity) : new PersonReleased(id, person, capacity);
    draft
        .add(r, "involvement/" + involvement, fact, at)
        .needs(Entity.INITIATIVE, id)
        .needs(Entity.PERSON, person)
        .planned();
  }

  private void stage(Row r, Instant at) {
    List<Finding> chain = chain(r);
    stage = r.get("stage");
    String next = r.get("maturity");
    StageChanged changed = new StageChanged(id, stage == null ? UNSTATED : stage, next);
    switch (r.must("event")) {
      case "created" -> {
        if (next != null) {
          own(r, changed, at).planned();
        }
      }
      case "withdrawn" -> own(r, new InitiativeWithdrawn(id, reason(r)), at).found(chain).planned();
      case "restored" -> {
        own(r, new InitiativeRestored(id, reason(r)), at).found(chain).planned();
        own(r, changed, at).planned();
      }
      default -> own(r, changed, at).found(chain).planned();
    }
    maturity = next;
    if (r.yes("decision")) {
      new StageDecision(draft, id, owner).add(r, at, stage);
    }
  }

  private List<Finding> chain(Row r) {
    boolean broken =
        (r.has("stage_before") && !r.must("stage_before").equals(stage))
            || (r.has("maturity_before") && !r.must("maturity_before").equals(maturity));
    return broken
        ? List.of(
            PlanDraft.finding(
                STAGE_CHAIN,
                "stated",
                r.get("stage_before") + " " + r.get("maturity_before"),
                "found",
                stage + " " + maturity))
        : List.of();
  }

  private PlanDraft.Addition own(Row r, Fact fact, Instant at) {
    return draft.add(r, lane(id), fact, at).needs(Entity.INITIATIVE, id);
  }

  private boolean isFirst(Row r, Instant began) {
    return "add".equals(r.get("change")) && InitiativePlan.instant(r, "at").equals(began);
  }

  private static java.util.Optional<Row> first(List<Row> rows, String field) {
    return rows.stream().filter(r -> is(r, field)).findFirst();
  }

  private static boolean is(Row r, String field) {
    return field.equals(r.get("field"));
  }

  private void remember(boolean add, String involvement) {
    if (add) {
      involved.add(involvement);
    } else {
      involved.remove(involvement);
    }
  }

  private LocalizedText titled(String value) {
    return row.has("title_nl") ? LocalizedText.nl(value) : LocalizedText.en(value);
  }

  private static @Nullable FreeText reason(Row r) {
    return r.has("reason") ? FreeText.of(r.must("reason")) : null;
  }

  private static List<Row> sorted(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(r -> InitiativePlan.instant(r, "at")));
    return sorted;
  }

  static String lane(InitiativeId id) {
    return "initiative/" + id;
  }
}
