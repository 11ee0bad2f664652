package nl.korf.service.audit;

import java.nio.file.Path;

/** Where programs keep what lasts and is no data (XDG Base Directory Specification). */
final class StateFolder {

  private StateFolder() {}

  /** {@code $XDG_STATE_HOME/korf}, or {@code ~/.local/state/korf}. */
  static Path path() {
    String set = System.getenv("XDG_STATE_HOME");
    boolean usable = set != null && Path.of(set).isAbsolute();
    Path state =
        usable ? Path.of(set) : Path.of(System.getProperty("user.home"), ".local", "state");
    return state.resolve("korf");
  }
}
