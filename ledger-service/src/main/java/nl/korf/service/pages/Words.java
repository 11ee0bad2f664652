package nl.korf.service.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words organisations use as codes (the stage of an initiative, the kind of a group, the
 * capacity of a member, a category of amounts) in the language of the page. The ledger takes any
 * word; one that stands in no dictionary here is shown as it is.
 */
@Component
final class Words {

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /** The word in a language; {@code in uitvoering} is looked up as {@code word.in-uitvoering}. */
  Said in(String language, String word) {
    String code = "word." + word.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    String known = messages.getMessage(code, null, null, Locale.of(language));
    return known == null ? Said.inSomeLanguage(word) : Said.plain(known);
  }
}
