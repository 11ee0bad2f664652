package nl.korf.service.kernel;

/** Others appended to the command's boundary at every one of its attempts; nothing was stored. */
public final class ConflictPersists extends RuntimeException {

  ConflictPersists(String command, int attempts) {
    super("%s met a changed boundary %d times".formatted(command, attempts));
  }
}
