package nl.korf.service.web;

/** The read models have not come to a position the reader wants to see. */
public final class NotYetProjected extends RuntimeException {

  private final long position;

  public NotYetProjected(long position) {
    super("position " + position + " is not projected yet", null, false, false);
    this.position = position;
  }

  public long position() {
    return position;
  }
}
