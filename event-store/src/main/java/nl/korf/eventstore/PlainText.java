package nl.korf.eventstore;

/** Text that PostgreSQL can hold and a person can read back: no control characters. */
final class PlainText {

  private PlainText() {}

  static void require(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new FactRejected(
            "A %s holds the control character U+%04X at character %d"
                .formatted(what, (int) text.charAt(i), i));
      }
    }
  }
}
