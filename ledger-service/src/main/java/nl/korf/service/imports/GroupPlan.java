package nl.korf.service.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.PlanDraft.Moment;
import org.jspecify.annotations.Nullable;

/** Plans groups, what became of them, and who belonged to them when. */
final class GroupPlan {

  private final PlanDraft draft;
  private final Map<String, List<Row>> history = new HashMap<>();
  private final Map<String, List<GroupId>> answersTo = new HashMap<>();

  GroupPlan(PlanDraft draft) {
    this.draft = draft;
    draft
        .rows(Table.GROUP_HISTORY)
        .forEach(
            row -> history.computeIfAbsent(row.must("group"), id -> new ArrayList<>()).add(row));
    history.values().forEach(rows -> rows.sort(Comparator.comparing(row -> draft.start(row).at())));
    draft
        .rows(Table.GROUP_ACCOUNTS)
        .forEach(row ->
            answersTo
                .computeIfAbsent(row.must("group"), id -> new ArrayList<>())
                .add(new GroupId(row.must("answers_to"))));
  }

  void add() {
    draft.rows(Table.GROUPS).forEach(this::group);
    draft.rows(Table.MEMBERSHIPS).forEach(this::membership);
  }

  private void group(Row row) {
    GroupId id = new GroupId(row.must("id"));
    List<Row> periods = history.getOrDefault(id.value(), List.of());
    Row first = periods.isEmpty() ? row : periods.getFirst();
    formed(row, first, id);
    if (periods.isEmpty()) {
      Instant until = row.moment("until");
      if (until != null) {
        change(row, id, ended(row, id), until).ending().planned();
      }
    } else {
      periods(id, periods);
    }
  }

  private void formed(Row row, Row first, GroupId id) {
    GroupId parent = parent(first);
    BodyId organisation = row.has("organisation") ? new BodyId(row.must("organisation")) : null;
    List<GroupId> owed = answersTo.getOrDefault(id.value(), List.of());
    Moment start = draft.start(first);
    Map<String, String> attributes = new LinkedHashMap<>(first.attributes());
    attributes.putAll(row.attributes());
    PlanDraft.Addition formed =
        draft
            .add(
                row,
                lane(id),
                new GroupFormed(
                    id,
                    PlanDraft.text(row, "name", id.value()),
                    first.must("kind"),
                    parent,
                    organisation,
                    owed,
                    row.has("purpose") ? FreeText.of(row.must("purpose")) : null),
                start.at())
            .found(start.findings())
            .attributes(attributes)
            .creates(Entity.GROUP, id)
            .needs(Entity.GROUP, parent)
            .needs(Entity.BODY, organisation);
    owed.forEach(group -> formed.needs(Entity.GROUP, group));
    formed.planned();
  }

  /** What changed from one period to the next; a gap between them is an end and a restart. */
  private void periods(GroupId id, List<Row> periods) {
    if (archived(periods.getFirst())) {
      Row first = periods.getFirst();
      change(first, id, new GroupArchived(id, null), draft.start(first).at()).planned();
    }
    for (int i = 1; i < periods.size(); i++) {
      Row before = periods.get(i - 1);
      Row now = periods.get(i);
      Instant at = draft.start(now).at();
      Instant until = before.moment("until");
      boolean gap = until != null && until.isBefore(at);
      if (until != null && gap) {
        change(before, id, ended(before, id), until).ending().planned();
        change(now, id, new GroupRestored(id, null), at).planned();
      } else if (archived(before) && !archived(now)) {
        change(now, id, new GroupRestored(id, null), at).planned();
      }
      if (!Objects.equals(parent(before), parent(now))) {
        change(now, id, new GroupMoved(id, parent(now)), at)
            .needs(Entity.GROUP, parent(now))
            .planned();
      }
      if (!before.must("kind").equals(now.must("kind"))) {
        change(now, id, new GroupReclassified(id, now.must("kind")), at).planned();
      }
      if (archived(now) && (gap || !archived(before))) {
        change(now, id, new GroupArchived(id, null), at).planned();
      }
    }
    Row last = periods.getLast();
    Instant until = last.moment("until");
    if (until != null) {
      change(last, id, ended(last, id), until).ending().planned();
    }
  }

  private PlanDraft.Addition change(Row row, GroupId id, Fact fact, Instant at) {
    return draft.add(row, lane(id), fact, at).needs(Entity.GROUP, id);
  }

  private void membership(Row row) {
    GroupId group = new GroupId(row.must("group"));
    PersonId person = draft.person(row.must("person"));
    String capacity = row.must("capacity");
    String lane = "membership/" + group + "/" + person + "/" + capacity;
    Moment start = draft.start(row);
    draft
        .add(row, lane, new MemberJoined(group, person, capacity), start.at())
        .found(start.findings())
        .needs(Entity.GROUP, group)
        .needs(Entity.PERSON, person)
        .planned();
    Instant until = row.moment("until");
    if (until != null) {
      draft
          .add(row, lane, new MemberLeft(group, person, capacity, null), until)
          .ending()
          .needs(Entity.GROUP, group)
          .needs(Entity.PERSON, person)
          .planned();
    }
  }

  private static Fact ended(Row row, GroupId id) {
    return "archived".equals(row.get("end"))
        ? new GroupArchived(id, null)
        : new GroupDissolved(id, null);
  }

  private static boolean archived(Row row) {
    return "archived".equals(row.get("state"));
  }

  private static @Nullable GroupId parent(Row row) {
    String parent = row.get("parent");
    return parent == null ? null : new GroupId(parent);
  }

  private static String lane(GroupId id) {
    return "group/" + id;
  }
}
