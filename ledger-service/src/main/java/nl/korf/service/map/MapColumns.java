package nl.korf.service.map;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map as known at a position, about all times, in columns. A place in one column belongs to the
 * same place in the others. Times are whole seconds; {@code start} and {@code end} count from 1970
 * (UTC), all others from {@code start}.
 *
 * @param position what was known
 * @param epoch position of the birth by which everything was packed
 * @param viewVersion by which the rows were made
 * @param viewHash of the rows at the position, in hexadecimal
 * @param start of the time bar: the first moment at which anything happened
 * @param end of the time bar: the recording time of the position
 * @param decisions how many decisions were taken in each of equal slices from start to end
 */
@Schema(name = "MapColumns")
record MapColumns(
    long position,
    long epoch,
    int viewVersion,
    @Nullable String viewHash,
    long start,
    long end,
    List<Integer> decisions,
    NodeColumns nodes,
    SpanColumns spans,
    EdgeColumns edges,
    PowerColumns powers) {

  /** What a node is, as the columns number it. */
  static final int ISLAND = 0;

  static final int DISC = 1;
  static final int INITIATIVE = 2;
  static final int HOLDER = 3;

  /**
   * Nodes in order of birth, containers before what is in them.
   *
   * @param id {@code body:…}, {@code group:…}, {@code office:…}, {@code initiative:…}, {@code
   *     role:…}, {@code person:…}, or {@code ledger}
   * @param kind 0 organisation, 1 group or office, 2 initiative, 3 holder of mandates
   * @param parent place in these columns of what it stands in; -1: nothing
   * @param x,y,r middle and radius on the map
   * @param born position of the first fact
   * @param since when it begins in the world
   * @param facets of its context that an initiative answered: 1 business, 2 legal, 4 operational, 8
   *     functional, 16 technological, added up
   * @param nl,en the name in either language, null where it has none
   */
  @Schema(name = "MapNodes")
  record NodeColumns(
      List<String> id,
      List<Integer> kind,
      List<Integer> parent,
      List<Double> x,
      List<Double> y,
      List<Double> r,
      List<Long> born,
      List<Long> since,
      List<Integer> facets,
      List<@Nullable String> nl,
      List<@Nullable String> en) {}

  /**
   * In which state each initiative was when.
   *
   * @param node place in the columns of nodes; spans of one node follow each other
   * @param state 0 proposed, 1 decided, 2 deliberating, 3 objection, 4 withdrawn
   * @param lasts seconds; 0: no end is known
   */
  @Schema(name = "MapSpans")
  record SpanColumns(List<Integer> node, List<Integer> state, List<Long> from, List<Long> lasts) {}

  /**
   * While each mandate counts.
   *
   * @param mandate its identifier
   * @param grantor,holder places in the columns of nodes
   * @param power place in the columns of powers
   * @param lasts seconds; 0: no end is known
   */
  @Schema(name = "MapEdges")
  record EdgeColumns(
      List<String> mandate,
      List<Integer> grantor,
      List<Integer> holder,
      List<Integer> power,
      List<Long> from,
      List<Long> lasts) {}

  /**
   * The powers that mandates are about.
   *
   * @param nl,en the name in either language, null where it has none
   */
  @Schema(name = "MapPowers")
  record PowerColumns(List<String> id, List<@Nullable String> nl, List<@Nullable String> en) {}

  int size() {
    return nodes.id().size();
  }

  /** The state of every initiative on an instant, by place in the columns; null: not there. */
  @Nullable State[] statesOn(long epochSecond) {
    @Nullable State[] states = new State[size()];
    long moment = epochSecond - start;
    for (int i = 0; i < spans.node().size(); i++) {
      if (covers(spans.from().get(i), spans.lasts().get(i), moment)) {
        states[spans.node().get(i)] = State.of(spans.state().get(i));
      }
    }
    return states;
  }

  /** Whether a time from {@code from} on that lasts so long covers a moment. */
  static boolean covers(long from, long lasts, long moment) {
    return from <= moment && (lasts == 0 || moment < from + lasts);
  }

  /** The name in a language, or in the other one; the identifier where there is none. */
  String label(int node, String language) {
    @Nullable String nl = nodes.nl().get(node);
    @Nullable String en = nodes.en().get(node);
    @Nullable String own = language.equals("nl") ? nl : en;
    @Nullable String other = language.equals("nl") ? en : nl;
    @Nullable String name = own == null ? other : own;
    String id = nodes.id().get(node);
    return name == null ? id.substring(id.lastIndexOf(':') + 1) : name;
  }
}
