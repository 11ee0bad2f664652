package nl.korf.auditor.note;

/** A text that is not what it has to be; the message says what is wrong with it. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  public Malformed(String problem) {
    super(problem);
  }

  /** What is wrong. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
