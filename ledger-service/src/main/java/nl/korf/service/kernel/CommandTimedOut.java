package nl.korf.service.kernel;

import java.time.Duration;

/** A command took too long; whether it led to facts is not known. Repeating it is safe. */
public final class CommandTimedOut extends RuntimeException {

  CommandTimedOut(String command, Duration limit) {
    super("%s was not done within %s".formatted(command, limit));
  }
}
