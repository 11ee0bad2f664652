package nl.korf.service.notices;

import java.util.Locale;

/** Where somebody is told. */
public enum Channel {
  /** In the pages, and the feed of notices; always, beside any other. */
  INBOX,
  EMAIL,
  WEBHOOK;

  /** As it is written in addresses and forms, {@code email}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
