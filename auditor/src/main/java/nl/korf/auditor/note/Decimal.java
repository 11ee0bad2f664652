package nl.korf.auditor.note;

/** Whole numbers from 0 in the one way to write them. */
final class Decimal {

  private static final int DIGITS_MAX = 18;

  private Decimal() {}

  /**
   * The number.
   *
   * @throws Malformed when it has a sign, a leading zero or more than eighteen digits
   */
  static long parse(String text, String what) throws Malformed {
    boolean plain =
        !text.isEmpty()
            && text.length() <= DIGITS_MAX
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && (text.length() == 1 || text.charAt(0) != '0');
    if (!plain) {
      throw new Malformed(what + " is no plain whole number: '" + text + "'");
    }
    return Long.parseLong(text);
  }
}
