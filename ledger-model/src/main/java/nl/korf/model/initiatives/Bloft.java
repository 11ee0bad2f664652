package nl.korf.model.initiatives;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of an initiative or decision along five facets: business, legal, operational,
 * functional, technological. A facet that is null was not answered, and is shown so.
 */
public record Bloft(
    @Nullable Facet business,
    @Nullable Facet legal,
    @Nullable Facet operational,
    @Nullable Facet functional,
    @Nullable Facet technological) {

  /** Nothing answered. */
  public static final Bloft UNANSWERED = new Bloft(null, null, null, null, null);

  /** A short text about a facet, with references (addresses or identifiers). */
  public record Facet(String text, List<String> references) {

    /** Longest text of a facet, in characters. */
    public static final int TEXT_MAX = 2_000;

    public Facet {
      if (text.length() > TEXT_MAX) {
        throw new IllegalArgumentException(
            "the text of a facet has at most %d characters".formatted(TEXT_MAX));
      }
      references = List.copyOf(references);
    }
  }
}
