package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The lines under a decision (EZ 2015 art. 16, 21; Awb 10:10, 10:11, 10:19): always the original
 * principal, also under a sub-mandate. The chain between is in the ledger, not in the letter.
 *
 * @param principal what the body is called
 * @param signing how the signer came to sign
 * @param function the role by which the signer acts, or null
 * @param name of the signer, or null where nobody is known by it
 * @param delegation what the decision rests on where the power was delegated, or null
 */
public record SignatureBlock(
    LocalizedText principal,
    Signing signing,
    @Nullable LocalizedText function,
    @Nullable String name,
    @Nullable Citation delegation) {

  /** How the signer came to sign. */
  public enum Signing {
    /** As the body itself. */
    ITSELF,
    /** Decided and signs under a mandate, in the principal's name (Awb 10:10). */
    UNDER_MANDATE,
    /** Signs what the body decided itself (Awb 10:11(2)). */
    UNDER_SIGNING_MANDATE
  }

  /**
   * The delegation a decision cites (Awb 10:19).
   *
   * @param title what it is called
   * @param publication where it is found, or null
   */
  public record Citation(LocalizedText title, @Nullable String publication) {}

  /** The lines, in {@code nl} or {@code en}. */
  public List<String> lines(String language) {
    boolean dutch = language.equals("nl");
    List<String> lines = new ArrayList<>();
    if (delegation != null) {
      lines.add(cited(dutch, delegation));
    }
    lines.add(principal.in(language) + (signing == Signing.ITSELF ? "" : ","));
    switch (signing) {
      case ITSELF -> {}
      case UNDER_MANDATE -> lines.add(dutch ? "namens deze:" : "on behalf of the above:");
      case UNDER_SIGNING_MANDATE ->
          lines.add(
              dutch
                  ? "namens deze, overeenkomstig het door %s genomen besluit:"
                      .formatted(principal.in(language))
                  : "on behalf of the above, in accordance with the decision taken by %s:"
                      .formatted(principal.in(language)));
    }
    if (name != null) {
      lines.add(function == null ? name : name + ",");
    }
    if (function != null) {
      lines.add(function.in(language));
    }
    return List.copyOf(lines);
  }

  /** The lines, one below the other. */
  public String text(String language) {
    return String.join("\n", lines(language));
  }

  private static String cited(boolean dutch, Citation citation) {
    String found = citation.publication() == null ? "" : " (" + citation.publication() + ")";
    return (dutch ? "Gelet op delegatie %s%s;" : "Having regard to delegation %s%s;")
        .formatted(citation.title().in(dutch ? "nl" : "en"), found);
  }
}
