package nl.korf.service.live;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: how initiatives stand on the map of the whole, for pages that have it open. */
public interface StatesOnMap {

  /**
   * Where one initiative stands when.
   *
   * @param node as the map names it, {@code initiative:…}
   * @param spans in order of time, one after another
   */
  record Standing(String node, List<Span> spans) {}

  /**
   * A state over a period.
   *
   * @param state as the columns of the map number it
   * @param from and {@code until} in seconds since 1970; null: it lasts
   */
  record Span(int state, long from, @Nullable Long until) {}

  /**
   * All periods of every initiative that is named, or that a named round or decision is about, as
   * known at a position.
   */
  List<Standing> of(Collection<Subject> subjects, long position);
}
