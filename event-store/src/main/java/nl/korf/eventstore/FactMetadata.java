package nl.korf.eventstore;

/**
 * The metadata keys the store itself reads. All are optional, all others are free. What is given
 * here enters the header of the fact and so its leaf hash.
 */
public final class FactMetadata {

  /** When the fact holds in the world, an ISO-8601 instant; absent means: when it is recorded. */
  public static final String EFFECTIVE_AT = "effectiveAt";

  /** Who acts: an opaque id, never a name. */
  public static final String ACTOR = "actor";

  /** For whom the actor acts: an opaque id. */
  public static final String ON_BEHALF_OF = "onBehalfOf";

  /** The command that led to the fact, a UUID. Absent: the one in {@link AppendOptions}, if any. */
  public static final String COMMAND_ID = "commandId";

  /** What made it happen where that was no person: the id of another fact, a schedule. */
  public static final String CAUSE = "cause";

  /**
   * Reserved: the timestamp of the Axon message, written and read by the store. A caller may not
   * give it. It is not the moment of recording and no rule may rest on it.
   */
  public static final String TIMESTAMP = "timestamp";

  private FactMetadata() {}
}
