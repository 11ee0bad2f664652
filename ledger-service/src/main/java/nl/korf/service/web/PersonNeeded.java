package nl.korf.service.web;

/** What was asked for is somebody's own, and no person is bound to who asks. */
public final class PersonNeeded extends RuntimeException {

  public PersonNeeded() {
    super("no person is bound to the identity", null, false, false);
  }
}
