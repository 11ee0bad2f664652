package nl.korf.service.imports;

/** An import could not go on, for a reason to tell; running it again continues. */
final class ImportFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportFailed(String message) {
    super(message);
  }
}
