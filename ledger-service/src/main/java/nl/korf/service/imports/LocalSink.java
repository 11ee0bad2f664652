package nl.korf.service.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.FactRejected;
import nl.korf.model.Imported;
import nl.korf.model.Imported.Finding;
import nl.korf.model.PersonId;
import nl.korf.model.Refused;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Receipt;

/** A ledger in this process. */
final class LocalSink implements ImportSink {

  /**
   * Commands in flight, of all batches together. The more, the more facts share a transaction of
   * the ledger and of each read model; beyond this the gain is small, and others wait behind them.
   */
  private static final int IN_FLIGHT_MAX = 128;

  private final String ledger;
  private final Commands commands;
  private final FactLog log;
  private final SourcePeople people;
  private final Actor registrar;
  private final Semaphore flight;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  LocalSink(String ledger, Commands commands, FactLog log, SourcePeople people, Actor registrar) {
    this(ledger, commands, log, people, registrar, flight());
  }

  /**
   * A ledger in this process.
   *
   * @param flight from {@link #flight}, shared with other imports under way at the same time
   */
  LocalSink(
      String ledger,
      Commands commands,
      FactLog log,
      SourcePeople people,
      Actor registrar,
      Semaphore flight) {
    this.ledger = ledger;
    this.commands = commands;
    this.log = log;
    this.people = people;
    this.registrar = registrar;
    this.flight = flight;
  }

  /** Room for the commands that may be in flight. */
  static Semaphore flight() {
    return new Semaphore(IN_FLIGHT_MAX);
  }

  @Override
  public String ledger() {
    return ledger;
  }

  @Override
  public Map<String, PersonId> people(String set, Map<String, String> names) {
    return people.findOrAdd(set, names);
  }

  @Override
  public Set<String> existing(String set, Collection<String> keys) {
    Set<String> found = new HashSet<>();
    Map<String, String> persons = new HashMap<>();
    for (String key : keys) {
      int slash = key.indexOf('/');
      String kind = key.substring(0, slash);
      String id = key.substring(slash + 1);
      if (kind.equals("person")) {
        persons.put(id, key);
      } else if (!log.byTag(kind + "=" + id, 0, 1).isEmpty()) {
        found.add(key);
      }
    }
    people.find(set, persons.keySet()).keySet().forEach(id -> found.add("person/" + id));
    return found;
  }

  @Override
  public List<Outcome> record(List<PlannedFact> facts) {
    List<Future<Outcome>> running =
        facts.stream()
            .map(fact -> {
              flight.acquireUninterruptibly();
              return workers.submit(() -> {
                try {
                  return record(fact);
                } finally {
                  flight.release();
                }
              });
            })
            .toList();
    return running.stream().map(LocalSink::outcome).toList();
  }

  Outcome record(PlannedFact fact) {
    try {
      Receipt receipt =
          commands.send(RecordImportedFact.of(fact), registrar, fact.commandId(ledger));
      return new Outcome(
          fact.source(),
          receipt.repeated() ? Kind.ALREADY : Kind.RECORDED,
          findings(receipt),
          null);
    } catch (Refused | FactRejected refused) {
      return new Outcome(fact.source(), Kind.REFUSED, List.of(), refused.getMessage());
    } catch (CommandIdReused changed) {
      return new Outcome(
          fact.source(),
          Kind.REFUSED,
          List.of(),
          "the row says something else than when it was imported; record the correction as a fact"
              + " of its own");
    }
  }

  @Override
  public void close() {
    workers.close();
  }

  private static List<Finding> findings(Receipt receipt) {
    return receipt.facts().stream()
        .map(fact -> fact.envelope().imported())
        .filter(java.util.Objects::nonNull)
        .map(Imported::findings)
        .flatMap(List::stream)
        .toList();
  }

  private static Outcome outcome(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while recording", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("could not record", e.getCause());
    }
  }
}
