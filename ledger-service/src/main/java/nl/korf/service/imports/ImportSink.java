package nl.korf.service.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.Imported.Finding;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where an import records its facts: a ledger in this process, or one over HTTP. Safe from several
 * threads. Recording is idempotent: what a command id has led to before is not recorded again.
 */
interface ImportSink extends AutoCloseable {

  /** Most facts handed over at once. */
  int BATCH_FACTS_MAX = 500;

  /** Most people or entities asked after at once, over HTTP. */
  int KEYS_MAX = 5_000;

  /** The ledger's URN, part of the id of every command. */
  String ledger();

  /**
   * The ledger's random id of each person of the source; those not known yet get one.
   *
   * @param names source id -> name as shown
   */
  Map<String, PersonId> people(String set, Map<String, String> names);

  /** Those of the entities ({@code group/tiger-team}, persons by source id) that exist already. */
  Set<String> existing(String set, Collection<String> keys);

  /** Records facts that do not rest on each other; all are durable when it returns. */
  List<Outcome> record(List<PlannedFact> facts);

  @Override
  void close();

  /** What became of a fact. */
  enum Kind {
    RECORDED,
    /** The same command led to it before. */
    ALREADY,
    REFUSED
  }

  /**
   * What became of a fact.
   *
   * @param source file and line
   * @param findings stored with it
   * @param message why it was refused, or null
   */
  record Outcome(String source, Kind kind, List<Finding> findings, @Nullable String message) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }
}
