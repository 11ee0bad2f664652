package nl.korf.service.pages;

import nl.korf.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A text on a page, with its language. Text of the ledger is never translated: where it is not in
 * the language of the page, the page says which it is in (WCAG 3.1.2).
 *
 * @param lang the language of the text where that is not the page's; {@value #NOT_SAID} where
 *     nobody said which it is; null: the page's own
 */
public record Said(String text, @Nullable String lang) {

  /** A language nobody has stated (BCP 47). */
  static final String NOT_SAID = "und";

  /** Nothing to say. */
  static final Said NOTHING = new Said("", null);

  /** A text of the ledger: in the language of the page where it has it, else in its own. */
  static Said of(LocalizedText text, String page) {
    String shown = text.in(page);
    String own = page.equals("nl") ? text.nl() : text.en();
    boolean inOwn = own != null && !own.isBlank();
    return new Said(shown, inOwn ? null : page.equals("nl") ? "en" : "nl");
  }

  /** A name, an identifier or a sentence of the page's own. */
  static Said plain(String text) {
    return new Said(text, null);
  }

  /** A text whose language nobody stated. */
  static Said inSomeLanguage(String text) {
    return new Said(text, NOT_SAID);
  }
}
