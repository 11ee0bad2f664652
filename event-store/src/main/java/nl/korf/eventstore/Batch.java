package nl.korf.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the appends of one batch, decided under the ledger lock, each against everything
 * stored and against those accepted before it. Answers nobody until the commit has succeeded.
 */
final class Batch {

  /** An append that will be stored, and where. */
  record Accepted(Append append, AppendReceipt receipt) {}

  private record Refused(Append append, RuntimeException reason) {}

  private final RecentFacts recent;
  private final LedgerSession session;
  private final Instant recordedAt;
  private final Map<UUID, LedgerSession.Repeated> recorded;
  private final boolean checkConditions;
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<UUID, Accepted> acceptedCommands = new HashMap<>();
  private int queries;

  Batch(
      RecentFacts recent,
      LedgerSession session,
      Instant recordedAt,
      Map<UUID, LedgerSession.Repeated> recorded,
      boolean checkConditions) {
    this.recent = recent;
    this.session = session;
    this.recordedAt = recordedAt;
    this.recorded = recorded;
    this.checkConditions = checkConditions;
  }

  /** Accepts the append at the next positions or notes why not. */
  void decide(Append append) throws SQLException {
    @Nullable RuntimeException reason = reasonAgainst(append);
    if (reason != null) {
      refused.add(new Refused(append, reason));
    } else {
      accept(append);
    }
  }

  List<Accepted> accepted() {
    return accepted;
  }

  int refusals() {
    return refused.size();
  }

  /** How many conditions needed the database. */
  int queries() {
    return queries;
  }

  BatchRows rows() {
    BatchRows rows = new BatchRows(recordedAt);
    accepted.forEach(one -> rows.add(one.append(), one.receipt().firstPosition()));
    return rows;
  }

  /** Tells every caller, beside the next batch. Call after the commit. */
  void answer() {
    List<Runnable> answers = new ArrayList<>(accepted.size() + refused.size());
    accepted.forEach(one -> answers.add(one.append().completion(one.receipt())));
    refused.forEach(one -> answers.add(one.append().refusal(one.reason())));
    Thread.startVirtualThread(() -> answers.forEach(Runnable::run));
  }

  private @Nullable RuntimeException reasonAgainst(Append append) throws SQLException {
    @Nullable RuntimeException repeated = repeatedCommand(append.options());
    if (repeated != null) {
      return repeated;
    }
    Instant notAfter = append.options().notAfter();
    if (notAfter != null && !recordedAt.isBefore(notAfter)) {
      return new TooLate(notAfter, recordedAt);
    }
    if (checkConditions && append.isConditional() && boundaryChanged(append)) {
      return AppendEventsTransactionRejectedException.conflictingEventsDetected(
          new GlobalIndexConsistencyMarker(append.marker()));
    }
    return null;
  }

  /** A repeat is answered before anything else: its own facts would stand in its way. */
  private @Nullable RuntimeException repeatedCommand(AppendOptions options) {
    UUID id = options.commandId();
    if (id == null) {
      return null;
    }
    LedgerSession.Repeated before = recorded.get(id);
    if (before != null) {
      return repeated(options, id, before.command().digest(), before.receipt());
    }
    Accepted now = acceptedCommands.get(id);
    return now == null
        ? null
        : repeated(options, id, now.append().options().digest(), now.receipt());
  }

  private static RuntimeException repeated(
      AppendOptions options, UUID id, byte[] digest, AppendReceipt receipt) {
    return Arrays.equals(digest, options.digest())
        ? new AlreadyRecorded(id, receipt)
        : new CommandIdReused(id, receipt.firstPosition());
  }

  private boolean boundaryChanged(Append append) throws SQLException {
    if (recent.anyAfter(append.marker(), append.boundary())) {
      return true;
    }
    if (append.marker() >= recent.start()) {
      return false;
    }
    queries++;
    return session.exists(append.boundary(), append.marker(), recent.start());
  }

  private void accept(Append append) {
    long first = recent.end() + 1;
    for (PreparedFact fact : append.facts()) {
      recent.add(recent.end() + 1, fact.type(), fact.tags());
    }
    Accepted one = new Accepted(append, new AppendReceipt(first, recent.end(), recordedAt));
    accepted.add(one);
    UUID commandId = append.options().commandId();
    if (commandId != null) {
      acceptedCommands.put(commandId, one);
    }
  }
}
