package nl.korf.service.authority;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The traces of the requests under way, by the id of their command. A command's attempts may run on
 * several threads, so a trace cannot hang from one.
 */
public final class Traces {

  private final ConcurrentMap<UUID, Trace> underWay = new ConcurrentHashMap<>();

  /** The trace of a command's request; one that begins here where no request came with any. */
  public Trace of(UUID commandId) {
    Trace trace = underWay.get(commandId);
    return trace == null ? Trace.begun() : trace;
  }

  /** Runs a request whose checks belong to a trace. */
  <E extends Exception, F extends Exception> void during(
      UUID commandId, Trace trace, Request<E, F> request) throws E, F {
    boolean first = underWay.putIfAbsent(commandId, trace) == null;
    try {
      request.run();
    } finally {
      if (first) {
        underWay.remove(commandId);
      }
    }
  }

  /** What runs meanwhile. */
  interface Request<E extends Exception, F extends Exception> {
    void run() throws E, F;
  }
}
