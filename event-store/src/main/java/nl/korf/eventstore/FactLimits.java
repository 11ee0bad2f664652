package nl.korf.eventstore;

/** What one fact and one append may have at most; more is a {@link FactRejected}. */
public final class FactLimits {

  /** Tags of a fact. */
  public static final int TAGS_MAX = 32;

  /** Octets of a tag, {@code key=value}: what an index of the database can hold for certain. */
  public static final int TAG_BYTES_MAX = 1 << 10;

  /** Octets of a payload without its personal part. */
  public static final int PAYLOAD_BYTES_MAX = 1 << 20;

  /** Octets of a personal part. */
  public static final int PERSONAL_BYTES_MAX = 1 << 20;

  /** Octets of metadata as JSON. */
  public static final int METADATA_BYTES_MAX = 16 << 10;

  /** Octets of a header: with the longest position and both times. */
  public static final int HEADER_BYTES_MAX = HeaderTemplate.HEADER_BYTES_MAX;

  /** Facts of one append. */
  public static final int APPEND_FACTS_MAX = 1_000;

  private FactLimits() {}
}
