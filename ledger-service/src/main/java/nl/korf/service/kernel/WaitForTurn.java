package nl.korf.service.kernel;

/**
 * Somebody else has the turn for a key: the command has to wait, holding nothing, and begin anew.
 */
final class WaitForTurn extends RuntimeException {

  private final String key;

  WaitForTurn(String key) {
    super("waits for its turn: " + key, null, false, false);
    this.key = key;
  }

  String key() {
    return key;
  }
}
