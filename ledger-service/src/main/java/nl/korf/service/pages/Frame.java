package nl.korf.service.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import nl.korf.model.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page shows around its content: which ledger, which moment, who reads.
 *
 * @param at the position asked for, or null: the head
 * @param on the instant asked for, or null: now
 * @param position the position shown
 * @param moment the instant shown
 * @param hash the beginning of the view hash at the position
 * @param actor who is signed in, or null
 */
public record Frame(
    String lang,
    boolean langChosen,
    String ledger,
    boolean example,
    long position,
    Instant moment,
    @Nullable Long at,
    @Nullable Instant on,
    boolean past,
    String hash,
    @Nullable String actor,
    String path) {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /**
   * A part of the pages that every page leads to.
   *
   * @param path where it begins; pages below it belong to it
   * @param key of its name
   */
  public record Section(String path, String key) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("/", "nav.whole"),
          new Section("/initiatives", "nav.initiatives"),
          new Section("/groups", "nav.groups"),
          new Section("/mandates", "nav.mandates"),
          new Section("/authority", "nav.authority"),
          new Section("/help", "nav.help"));

  public List<Section> sections() {
    return SECTIONS;
  }

  /** Whether this page is the section's own, {@code page}, or below it, {@code true}; else null. */
  public @Nullable String current(Section section) {
    if (path.equals(section.path())) {
      return "page";
    }
    return path.startsWith(section.path() + "/") ? "true" : null;
  }

  /**
   * What a link to this page is called where it is shared: its section, whose name says nothing of
   * whom or what the page is about; {@code share.page} in none.
   */
  public String shareKey() {
    return SECTIONS.stream()
        .filter(section -> current(section) != null)
        .map(Section::key)
        .findFirst()
        .orElse("share.page");
  }

  public Locale locale() {
    return lang.equals("nl") ? Locale.of("nl", "NL") : Locale.UK;
  }

  /** A text of the ledger, in the reader's language where it has it. */
  public Said say(@Nullable LocalizedText text) {
    return text == null ? Said.NOTHING : Said.of(text, lang);
  }

  /** An address at the moment and in the language of this page. */
  public String link(String address) {
    return link(address, null, null);
  }

  /** The same with one more parameter. */
  public String link(String address, @Nullable String name, @Nullable String value) {
    UriComponentsBuilder link = UriComponentsBuilder.fromUriString(address);
    if (at != null) {
      link.queryParam("at", at);
    }
    if (on != null) {
      link.queryParam("on", on);
    }
    if (langChosen) {
      link.queryParam("lang", lang);
    }
    if (name != null) {
      link.queryParam(name, "{value}");
      return link.encode().buildAndExpand(value).toUriString();
    }
    return link.build().toUriString();
  }

  /** This page, now. */
  public String nowLink() {
    return langChosen ? path + "?lang=" + lang : path;
  }

  /** Where to sign in, and out, in the language of this page. */
  public String signInLink() {
    return langChosen ? "/sign-in?lang=" + lang : "/sign-in";
  }

  public String signOutLink() {
    return langChosen ? "/sign-out?lang=" + lang : "/sign-out";
  }

  /** This page in the other language. */
  public String otherLanguage() {
    UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
    if (at != null) {
      link.queryParam("at", at);
    }
    if (on != null) {
      link.queryParam("on", on);
    }
    return link.queryParam("lang", lang.equals("nl") ? "en" : "nl").build().toUriString();
  }

  /** A number as people of this language write it. */
  public String number(long number) {
    return String.format(locale(), "%,d", number);
  }

  /** A date as people of this language write it. */
  public String date(@Nullable Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale())
            .format(instant.atZone(ZONE));
  }

  /** A moment as people of this language write it, in Dutch time. */
  public String dateTime(@Nullable Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale())
            .format(instant.atZone(ZONE));
  }

  /** The date shown, for a date field. */
  public String day() {
    return on == null ? "" : on.atZone(ZONE).toLocalDate().toString();
  }
}
