package nl.korf.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a legal source: {@code id} as a JCI, BWB, ELI or ECLI identifier where there is
 * one, {@code text} as it is cited ("Awb art. 10:9"). At least one of the two is present.
 */
public record LegalReference(@Nullable String id, @Nullable String text) {

  public LegalReference {
    if (id == null && text == null) {
      throw new IllegalArgumentException("a legal reference needs an id or a text");
    }
  }

  public static LegalReference cited(String text) {
    return new LegalReference(null, text);
  }

  /** As people read it: the citation or, without one, the identifier. */
  public String written() {
    return text == null ? String.valueOf(id) : text;
  }
}
