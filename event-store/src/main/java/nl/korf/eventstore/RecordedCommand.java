package nl.korf.eventstore;

import java.util.Arrays;
import java.util.UUID;

/** A command that has led to {@code count} facts from {@code firstPosition} on. */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record RecordedCommand(UUID commandId, long firstPosition, int count, byte[] digest) {

  /** The position of the command's last fact. */
  public long lastPosition() {
    return firstPosition + count - 1;
  }

  /** Whether the request that is being handled now is the one that was recorded. */
  public boolean sameRequest(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedCommand that
        && commandId.equals(that.commandId)
        && firstPosition == that.firstPosition
        && count == that.count
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return commandId.hashCode();
  }
}
