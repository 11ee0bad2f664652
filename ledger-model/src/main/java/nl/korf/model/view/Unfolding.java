package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A timeline while steps are taken, in their order, none before its last one. */
final class Unfolding {

  private final List<Segment> segments;
  private final Map<Long, Row> planned = new TreeMap<>();
  private final Set<String> announced = new HashSet<>();
  private @Nullable Row current;
  private @Nullable Instant lastStepAt;

  Unfolding(Timeline sofar) {
    segments = new ArrayList<>(sofar.segments());
    lastStepAt = sofar.lastStepAt();
    current = openRow();
  }

  Timeline take(List<Step> steps) {
    for (Step step : steps) {
      Row next = after(step);
      if (!Objects.equals(next, current)) {
        turn(step.at(), next);
      }
      lastStepAt = step.at();
    }
    return new Timeline(segments, lastStepAt);
  }

  private @Nullable Row after(Step step) {
    return switch (step.kind()) {
      case PLAN -> plan(step);
      case START -> {
        Row start = planned.remove(step.position());
        yield start == null ? current : start;
      }
      case BEGIN, EXPIRE -> step.change().apply(current);
      case CHANGE -> {
        planned.replaceAll((_, row) -> step.change().apply(row));
        planned.values().removeIf(Objects::isNull);
        yield step.change().apply(current);
      }
      case ANNOUNCE -> {
        announced.add(name(step));
        yield current;
      }
      case COME -> announced.remove(name(step)) ? step.change().apply(current) : current;
      case CALL_OFF -> {
        announced.removeIf(name -> step.announced() == null || name.equals(step.announced()));
        yield current;
      }
    };
  }

  private static String name(Step step) {
    return Objects.requireNonNull(step.announced());
  }

  private @Nullable Row plan(Step step) {
    Row row = step.change().apply(null);
    if (row != null) {
      planned.put(step.position(), row);
    }
    return current;
  }

  private void turn(Instant at, @Nullable Row next) {
    if (current != null) {
      Segment open = segments.removeLast();
      if (open.from().isBefore(at)) {
        segments.add(new Segment(open.row(), open.from(), at));
      }
    }
    if (next != null) {
      segments.add(new Segment(next, startOf(next, at), null));
    }
    current = next;
  }

  /** Where the same row ended at this very instant, it goes on. */
  private Instant startOf(Row next, Instant at) {
    if (!segments.isEmpty()) {
      Segment last = segments.getLast();
      if (at.equals(last.until()) && last.row().equals(next)) {
        return segments.removeLast().from();
      }
    }
    return at;
  }

  private @Nullable Row openRow() {
    if (segments.isEmpty() || segments.getLast().until() != null) {
      return null;
    }
    return segments.getLast().row();
  }
}
