package nl.korf.service.audit;

import java.util.List;

/** All clients of witnesses of a process. */
record WitnessClients(List<Repeating> clients) implements AutoCloseable {

  void start() {
    clients.forEach(Repeating::start);
  }

  @Override
  public void close() {
    clients.forEach(Repeating::close);
  }
}
