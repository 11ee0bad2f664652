package nl.korf.eventstore;

import java.util.UUID;

/**
 * This command id with this digest has led to facts before. Nothing was appended now; the receipt
 * is the original one and is the answer to give.
 */
public final class AlreadyRecorded extends AppendRefused {

  private final transient AppendReceipt receipt;

  AlreadyRecorded(UUID commandId, AppendReceipt receipt) {
    super(
        "Command %s was recorded before at position %d"
            .formatted(commandId, receipt.firstPosition()));
    this.receipt = receipt;
  }

  /** Where and when the facts of the original command were recorded. */
  public AppendReceipt receipt() {
    return receipt;
  }
}
