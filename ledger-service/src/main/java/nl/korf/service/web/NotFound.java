package nl.korf.service.web;

/** There is nothing at the address a reader asked for. */
public final class NotFound extends RuntimeException {

  public NotFound(String what) {
    super(what, null, false, false);
  }
}
