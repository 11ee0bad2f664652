package nl.korf.service.audit;

import java.util.UUID;
import nl.korf.service.host.CannotStart;

/** The name of a ledger in its checkpoints, and of the key that signs them. */
record Origin(String name) {

  static Origin of(AuditSettings settings, UUID ledger) {
    String name = settings.origin() == null ? "korf/" + ledger : settings.origin().strip();
    try {
      VerifierKey.requireName(name);
    } catch (IllegalArgumentException unfit) {
      throw new CannotStart(
          "korf.audit.origin is '%s': it needs a name without spaces and '+', such as example.org/ledger."
              .formatted(name),
          unfit);
    }
    return new Origin(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
