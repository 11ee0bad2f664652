package nl.korf.service.audit;

/**
 * What is stored is not what it says it is, at one position.
 *
 * @param position of the fact
 * @param part which part of it: a column, or the member of its header that differs from the row
 * @param expected what the header, or the order of positions, says
 * @param found what is there
 */
record Difference(long position, String part, String expected, String found) {

  /** Characters of a value that are kept. */
  private static final int SHOWN_MAX = 200;

  Difference {
    expected = shown(expected);
    found = shown(found);
  }

  private static String shown(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", "\ufffd");
    return printable.length() <= SHOWN_MAX ? printable : printable.substring(0, SHOWN_MAX) + "…";
  }

  @Override
  public String toString() {
    return "position %d, %s: expected %s, found %s".formatted(position, part, expected, found);
  }

  /** Carries a difference to whoever stops because of it. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Difference difference;

    Found(long position, String part, Object expected, Object found) {
      this(new Difference(position, part, String.valueOf(expected), String.valueOf(found)));
    }

    private Found(Difference difference) {
      super(difference.toString(), null, false, false);
      this.difference = difference;
    }

    Difference difference() {
      return difference;
    }
  }
}
