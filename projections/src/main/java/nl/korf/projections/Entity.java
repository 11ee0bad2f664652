package nl.korf.projections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;

/** What a follower knows of one entity: its timeline, its present rows, and facts about it. */
final class Entity {

  /** Most facts kept in memory for an entity; beyond, a late fact reads them from the log. */
  static final int FACTS_KEPT_MAX = 64;

  private static final long UNBORN = 0;

  private final String name;
  private Timeline timeline;
  private List<HeldRow> rows;
  private final List<RecordedFact> facts = new ArrayList<>();
  private boolean allFacts;
  private long born;
  private long @Nullable [] positions;
  private int positionsKnown;
  private int factsCounted;

  private Entity(String name, Timeline timeline, List<HeldRow> rows, boolean allFacts, long born) {
    this.name = name;
    this.timeline = timeline;
    this.rows = rows;
    this.allFacts = allFacts;
    this.born = born;
  }

  /** An entity no fact was about before. */
  static Entity unheardOf(String name) {
    return new Entity(name, Timeline.EMPTY, List.of(), true, UNBORN);
  }

  /** The same, of which the positions of all facts are kept: the database cannot tell them yet. */
  static Entity loading(String name) {
    Entity entity = unheardOf(name);
    entity.positions = new long[1];
    return entity;
  }

  /** An entity as the database has it, its rows in order of time, with its first fact. */
  static Entity loaded(String name, Timeline timeline, List<HeldRow> rows, long born) {
    return new Entity(name, timeline, rows, false, born);
  }

  String name() {
    return name;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Position of the first fact about it: this one, if there was none before. */
  long born(long position) {
    return born == UNBORN ? position : born;
  }

  List<HeldRow> rows() {
    return rows;
  }

  /** Whether {@link #facts} are all there are; else only those since it was loaded. */
  boolean hasAllFacts() {
    return allFacts;
  }

  List<RecordedFact> facts() {
    return facts;
  }

  /** All facts about the entity were read from the log. */
  void remember(Collection<RecordedFact> all) {
    facts.clear();
    facts.addAll(all);
    allFacts = true;
  }

  /** The entity after one more fact. */
  void become(Timeline next, List<HeldRow> nextRows, RecordedFact fact) {
    timeline = next;
    rows = nextRows;
    facts.add(fact);
    born = born(fact.position());
    if (positions != null) {
      if (positionsKnown == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positionsKnown);
      }
      positions[positionsKnown++] = fact.position();
    }
  }

  /** Positions of all facts so far, in order; of an entity being loaded. */
  List<Long> positions() {
    return Arrays.stream(Objects.requireNonNull(positions), 0, positionsKnown).boxed().toList();
  }

  /** The database has all rows now, and can tell the positions. */
  void loaded() {
    rows.forEach(HeldRow::markStored);
    positions = null;
  }

  /** What was written can be read again: keep few facts. */
  void written() {
    if (!allFacts || facts.size() > FACTS_KEPT_MAX) {
      forget();
    }
  }

  /** Keeps no facts. */
  void forget() {
    facts.clear();
    allFacts = false;
  }

  /** How many facts more are kept than when this was asked before; fewer is negative. */
  int growth() {
    int growth = facts.size() - factsCounted;
    factsCounted = facts.size();
    return growth;
  }

  /** How many rows at the beginning stay as they are. */
  int unchangedRows(List<Segment> next) {
    int same = 0;
    while (same < rows.size()
        && same < next.size()
        && rows.get(same).segment().equals(next.get(same))) {
      same++;
    }
    return same;
  }
}
