package nl.korf.projections.rounds;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ResponseKind;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Rounds, as of any position and instant; lists begin with the latest. Safe from any thread. */
public final class RoundsView {

  private static final String ROUND = "round";

  private final Reads reads;

  public RoundsView(Reads reads) {
    this.reads = reads;
  }

  public Optional<Held<RoundRow>> find(AsOf asOf, RoundId round) {
    return rows().where("entity", "round/" + round).asOf(asOf).first();
  }

  /** Which rounds; {@code state} is {@code OPEN} or an outcome. Null leaves a column as it is. */
  public record Filter(
      @Nullable GroupId group, @Nullable InitiativeId initiative, @Nullable String state) {}

  /** A piece of the list, the latest first, see {@link Select#page}. */
  public Page<Held<RoundRow>> page(AsOf asOf, Filter filter, @Nullable String cursor, int limit) {
    return rows()
        .where("grp", filter.group())
        .where("initiative", filter.initiative())
        .where("state", filter.state())
        .asOf(asOf)
        .newestFirst()
        .page(cursor, limit);
  }

  /** Who may answer, with weights, as frozen at opening. */
  public Page<Held<ElectorRow>> electors(
      AsOf asOf, RoundId round, @Nullable String cursor, int limit) {
    return reads
        .from(ReadModel.ROUNDS, "elector", ElectorRow.class)
        .where(ROUND, round)
        .asOf(asOf)
        .page(cursor, limit);
  }

  /** What each elector answers, the latest answer first. */
  public Page<Held<BallotRow>> ballots(
      AsOf asOf, RoundId round, @Nullable String cursor, int limit) {
    return reads
        .from(ReadModel.ROUNDS, "ballot", BallotRow.class)
        .where(ROUND, round)
        .asOf(asOf)
        .newestFirst()
        .page(cursor, limit);
  }

  /** Every ballot there was by a position, changed ones included, the latest first. */
  public Page<Held<BallotRow>> ballotsEver(
      long position, RoundId round, @Nullable String cursor, int limit) {
    return reads
        .from(ReadModel.ROUNDS, "ballot", BallotRow.class)
        .where(ROUND, round)
        .knownAt(position)
        .newestFirst()
        .page(cursor, limit);
  }

  /** What was said beside ballots, of one kind. */
  public Page<Held<ResponseRow>> responses(
      AsOf asOf, RoundId round, ResponseKind kind, @Nullable String cursor, int limit) {
    return reads
        .from(ReadModel.ROUNDS, "response", ResponseRow.class)
        .where(ROUND, round)
        .where("kind", kind.name())
        .asOf(asOf)
        .newestFirst()
        .page(cursor, limit);
  }

  /** The objections in a round with their states. */
  public Page<Held<ObjectionRow>> objections(
      AsOf asOf, RoundId round, @Nullable String cursor, int limit) {
    return reads
        .from(ReadModel.ROUNDS, "objection", ObjectionRow.class)
        .where(ROUND, round)
        .asOf(asOf)
        .newestFirst()
        .page(cursor, limit);
  }

  /** The open rounds that ask a person and that they have not answered, the next deadline first. */
  public List<Held<RoundRow>> unanswered(AsOf asOf, PersonId person) {
    String asked =
        """
        round in (
          select elector.round from {schema}.elector
          where elector.person = ? and elector.known_from <= ? and elector.known_until > ?)
        and round not in (
          select ballot.round from {schema}.ballot
          where ballot.person = ? and ballot.known_from <= ? and ballot.known_until > ?)
        """;
    long position = asOf.position();
    return rows()
        .where("state", "OPEN")
        .having(asked, List.of(person, position, position, person, position, position))
        .asOf(asOf)
        .all()
        .stream()
        .sorted(Comparator.comparing(held -> held.row().deadline()))
        .toList();
  }

  /** Every round that is open at a position, with its deadline. */
  public Map<RoundId, Instant> open(long position) {
    String sql =
        """
        select round, deadline from {schema}.round
        where state = 'OPEN' and known_from <= ? and known_until > ? and effective_until = 'infinity'
        """;
    Map<RoundId, Instant> open = new HashMap<>();
    reads.ask(
        ReadModel.ROUNDS,
        sql,
        List.of(position, position),
        line ->
            open.put(
                new RoundId(line.getString(1)),
                line.getObject(2, OffsetDateTime.class).toInstant()));
    return open;
  }

  private Select<RoundRow> rows() {
    return reads.from(ReadModel.ROUNDS, "round", RoundRow.class);
  }
}
