package nl.korf.service.kernel;

import nl.korf.service.kernel.Actor.Right;

/** Whoever asks is known, and may not do this. */
public final class NotAllowed extends RuntimeException {

  private final Right missing;

  public NotAllowed(Actor actor, Right missing) {
    super("%s lacks the right %s".formatted(actor, missing));
    this.missing = missing;
  }

  /** The right that would have been needed. */
  public Right missing() {
    return missing;
  }
}
