package nl.korf.service.web;

/** A fact is recorded, and no signed checkpoint covers it yet. */
public final class NotYetProven extends RuntimeException {

  private final long position;

  public NotYetProven(long position) {
    super("position " + position + " is under no checkpoint yet", null, false, false);
    this.position = position;
  }

  public long position() {
    return position;
  }
}
