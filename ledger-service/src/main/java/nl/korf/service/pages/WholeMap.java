package nl.korf.service.pages;

import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Port: puts the map of the whole on the page about it. */
public interface WholeMap {

  /**
   * Which map.
   *
   * @param layout the epoch whose places to keep to, or null
   * @param earlier the moment to show changes from, as {@code since=…} or {@code from=…}; or null
   * @param actor who looks, or null; changes what is marked as theirs, never what is shown
   */
  record Asked(
      AsOf asOf,
      @Nullable Long layout,
      @Nullable String earlier,
      Frame frame,
      @Nullable Actor actor) {}

  /**
   * Gives the model what the fragment {@code map :: panel} shows; nothing where there is no map.
   */
  void show(Asked asked, Model model);
}
