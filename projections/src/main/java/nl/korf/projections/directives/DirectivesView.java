package nl.korf.projections.directives;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.view.DirectiveRows.ReplyRow;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/**
 * Directives, as of any position and instant; lists begin with the latest. Safe from any thread.
 */
public final class DirectivesView {

  private final Reads reads;

  public DirectivesView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<DirectiveRow>> find(AsOf asOf, DirectiveId directive) {
    return rows().where("entity", "directive/" + directive).asOf(asOf).first();
  }

  /** All that was known after a position, about all times, the earliest first. */
  public List<Held<DirectiveRow>> history(long position, DirectiveId directive) {
    return rows().where("entity", "directive/" + directive).knownAt(position).oldestFirst().all();
  }

  /**
   * Which directives; null leaves a column as it is.
   *
   * @param inForce only those that work on the instant, or only those that ended by then
   */
  public record Filter(
      @Nullable Subject target,
      @Nullable GroupId group,
      @Nullable Party issuer,
      @Nullable DirectiveType type,
      @Nullable Boolean inForce) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
  }

  /** A piece of the list, the latest first, see {@link Select#page}. */
  public Page<Held<DirectiveRow>> page(
      AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    Select<DirectiveRow> matching =
        rows()
            .where("target", written(filter.target()))
            .where("grp", filter.group())
            .where("issuer", written(filter.issuer()))
            .where("type", filter.type() == null ? null : filter.type().name());
    if (filter.inForce() != null) {
      matching.whereIn("state", states(filter.inForce()));
    }
    return matching.asOf(asOf).newestFirst().page(cursor, limit);
  }

  /** All that are in force and aimed at one of these, the latest first. */
  public List<Held<DirectiveRow>> inForceOn(AsOf asOf, Collection<Subject> targets) {
    return rows()
        .whereIn("target", targets)
        .where("state", DirectiveState.IN_FORCE.name())
        .asOf(asOf)
        .newestFirst()
        .all();
  }

  /** The replies to a directive, the latest first. */
  public Page<Held<ReplyRow>> repliesTo(
      AsOf asOf, DirectiveId directive, @Nullable String cursor, int limit) {
    return replies().where("directive", directive).asOf(asOf).newestFirst().page(cursor, limit);
  }

  /** One reply, by the position of the fact that carries it. */
  public Optional<Held<ReplyRow>> reply(AsOf asOf, DirectiveId directive, long givenAt) {
    return replies().where("entity", "reply/" + directive + "/" + givenAt).asOf(asOf).first();
  }

  /**
   * How many directives of one type a group got in one month.
   *
   * @param group null: no group was concerned
   * @param month in UTC, {@code 2026-03}
   */
  public record Count(@Nullable String group, String month, DirectiveType type, long directives) {}

  /** Counts of the directives issued by the instant, by group, then month, then type. */
  public List<Count> counts(AsOf asOf, @Nullable GroupId group) {
    String sql =
        """
        select grp, month, type, count(distinct directive)
        from {schema}.directive
        where known_from <= ? and known_until > ? and effective_from <= ? %s
        group by grp, month, type
        order by grp, month, type
        limit %d
        """
            .formatted(group == null ? "" : "and grp = ?", Select.WHOLE_ROWS_MAX);
    List<Object> values = new ArrayList<>(List.of(asOf.position(), asOf.position(), asOf.on()));
    if (group != null) {
      values.add(group);
    }
    return reads.ask(
        ReadModel.DIRECTIVES,
        sql,
        values,
        line ->
            new Count(
                line.getString(1),
                line.getString(2),
                DirectiveType.valueOf(line.getString(3)),
                line.getLong(4)));
  }

  private static List<String> states(boolean inForce) {
    return Stream.of(DirectiveState.values())
        .filter(state -> (state == DirectiveState.IN_FORCE) == inForce)
        .map(DirectiveState::name)
        .toList();
  }

  private static @Nullable String written(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private Select<ReplyRow> replies() {
    return reads.from(ReadModel.DIRECTIVES, "reply", ReplyRow.class);
  }

  private Select<DirectiveRow> rows() {
    return reads.from(ReadModel.DIRECTIVES, "directive", DirectiveRow.class);
  }
}
