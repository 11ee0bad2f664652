package nl.korf.eventstore;

/** Where the tags of old facts are looked up; see decision 0004. */
public enum TagIndex {

  /** The table {@code ledger.event_tag} with a B-tree: what every ledger uses. */
  B_TREE,

  /**
   * {@code ledger.event.tags} with a GIN index, no rows in {@code event_tag}. Only to be measured
   * against the other: see {@link EventStoreSchema#indexTagsWithGin}. A ledger written this way
   * cannot be opened with {@link #B_TREE}.
   */
  GIN
}
