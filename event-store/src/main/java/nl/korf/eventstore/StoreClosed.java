package nl.korf.eventstore;

/** The store is closing or closed and takes no more appends. */
public final class StoreClosed extends AppendRefused {

  StoreClosed() {
    super("The event store is closing and takes no more appends");
  }
}
