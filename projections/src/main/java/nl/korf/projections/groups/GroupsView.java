package nl.korf.projections.groups;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Groups and memberships, as of any position and instant. Safe from any thread. */
public final class GroupsView {

  private final Reads reads;

  public GroupsView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<GroupRow>> find(AsOf asOf, GroupId group) {
    return rows().where("entity", "group/" + group).asOf(asOf).first();
  }

  /** Those of several that are there. */
  public List<Held<GroupRow>> found(AsOf asOf, Collection<GroupId> groups) {
    List<String> entities = groups.stream().map(id -> "group/" + id).toList();
    return rows().whereIn("entity", entities).asOf(asOf).all();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<GroupRow>> history(long position, GroupId group) {
    return rows().where("entity", "group/" + group).knownAt(position).oldestFirst().all();
  }

  /**
   * Which groups; {@code title} is how the name begins, in either language. Null leaves a column as
   * it is.
   */
  public record Filter(
      @Nullable GroupId parent,
      @Nullable BodyId organisation,
      @Nullable String kind,
      @Nullable GroupState state,
      @Nullable String title) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
  }

  /** A piece of the list, see {@link Select#page}. */
  public Page<Held<GroupRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return matching(filter).asOf(asOf).page(cursor, limit);
  }

  private Select<GroupRow> matching(Filter filter) {
    return rows()
        .where("parent", filter.parent())
        .where("organisation", filter.organisation())
        .where("kind", filter.kind())
        .where("state", filter.state())
        .titled(filter.title());
  }

  /** How many groups there are in each state. */
  public Map<String, Long> countByState(AsOf asOf, Filter filter) {
    return matching(filter).asOf(asOf).countBy("state");
  }

  /** The members of a group, one row per capacity. */
  public Page<Held<MembershipRow>> members(
      AsOf asOf, GroupId group, @Nullable String cursor, int limit) {
    return memberships().where("grp", group).asOf(asOf).page(cursor, limit);
  }

  /** The memberships of a person. */
  public Page<Held<MembershipRow>> membershipsOf(
      AsOf asOf, PersonId person, @Nullable String cursor, int limit) {
    return memberships().where("person", person).asOf(asOf).page(cursor, limit);
  }

  /** All memberships of a group known after a position, the earliest first. */
  public List<Held<MembershipRow>> membershipHistory(long position, GroupId group) {
    return memberships().where("grp", group).knownAt(position).oldestFirst().all();
  }

  private Select<MembershipRow> memberships() {
    return reads.from(ReadModel.GROUPS, "membership", MembershipRow.class);
  }

  private Select<GroupRow> rows() {
    return reads.from(ReadModel.GROUPS, "grp", GroupRow.class);
  }
}
