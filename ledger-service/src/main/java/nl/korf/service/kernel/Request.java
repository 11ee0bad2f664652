package nl.korf.service.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.eventstore.AppendReceipt;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way: what was asked, and what its attempts left behind. Its attempts run one
 * after another, each seeing what the one before wrote.
 */
final class Request {

  /** Nothing was sourced: what was decided rests on the command alone. */
  static final long NOTHING_SOURCED = Long.MAX_VALUE;

  private final Command command;
  private final Actor actor;
  private final UUID commandId;
  private final UUID requestId = UUID.randomUUID();
  private final byte[] digest;
  private final boolean considered;
  private final SortedSet<String> turns = new TreeSet<>();
  private boolean closed;
  private volatile long sourcedAt = NOTHING_SOURCED;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile @Nullable Decided decided;
  private volatile @Nullable AppendReceipt receipt;

  Request(Command command, Actor actor, UUID commandId) {
    this(command, actor, commandId, false);
  }

  private Request(Command command, Actor actor, UUID commandId, boolean considered) {
    this.command = command;
    this.considered = considered;
    this.actor = actor;
    this.commandId = commandId;
    this.digest = digestOf(command, actor);
  }

  /** A command that is only to be decided, not appended. */
  static Request considered(Command command, Actor actor) {
    return new Request(command, actor, UUID.randomUUID(), true);
  }

  boolean considered() {
    return considered;
  }

  Command command() {
    return command;
  }

  Actor actor() {
    return actor;
  }

  /** What a log or an error calls the command. */
  String name() {
    return command.getClass().getSimpleName() + " " + commandId;
  }

  UUID commandId() {
    return commandId;
  }

  /** Tells this sending of the command from any other. */
  UUID requestId() {
    return requestId;
  }

  byte[] digest() {
    return digest;
  }

  /**
   * Takes the turn for a key, unless this command has it.
   *
   * @throws WaitForTurn when somebody else has it
   * @throws CommandTimedOut when nobody waits for this command any more
   */
  synchronized void queueOn(String key, Turns queues) {
    if (closed) {
      throw new CommandTimedOut(name(), LedgerCommands.COMMAND_MAX);
    }
    if (turns.contains(key)) {
      return;
    }
    if (!queues.tryTake(key)) {
      throw new WaitForTurn(key);
    }
    turns.add(key);
  }

  /** The keys in whose queue this command had its turn; it has none from here on. */
  synchronized SortedSet<String> leaveTurns() {
    SortedSet<String> left = new TreeSet<>(turns);
    turns.clear();
    return left;
  }

  /** This command has its turn for all of these. */
  synchronized void hasTurns(SortedSet<String> keys) {
    turns.addAll(keys);
  }

  /**
   * Nobody waits any more. An attempt may still be running, because its time was up; it gets no
   * turn that nobody would give back.
   *
   * @return the keys to give back
   */
  synchronized SortedSet<String> close() {
    closed = true;
    return leaveTurns();
  }

  long sourcedAt() {
    return sourcedAt;
  }

  int attempts() {
    return attempts.get();
  }

  void begin() {
    attempts.incrementAndGet();
    sourcedAt = NOTHING_SOURCED;
    decided = null;
    receipt = null;
  }

  void sourced(long position) {
    sourcedAt = position;
  }

  void decided(Decided outcome) {
    decided = outcome;
  }

  void appended(@Nullable AppendReceipt proof) {
    receipt = proof;
  }

  Decided decided() {
    Decided outcome = decided;
    if (outcome == null) {
      throw new IllegalStateException("the command was not decided: " + command);
    }
    return outcome;
  }

  @Nullable AppendReceipt receipt() {
    return receipt;
  }

  /** SHA-256 over the command's name, its components as canonical JSON, and who asks. */
  private static byte[] digestOf(Command command, Actor actor) {
    String canonical =
        ModelJson.mapper()
            .writeValueAsString(List.of(command.getClass().getSimpleName(), command, actor.name()));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
