package nl.korf.service.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.korf.service.host.CannotStart;
import org.jspecify.annotations.Nullable;

/** A witness whose settings were read: where it is, and by which key it is known. */
record WitnessKey(URI url, VerifierKey key) {

  String name() {
    return key.name();
  }

  /**
   * All witnesses that are set.
   *
   * @throws CannotStart naming everything that is wrong with them
   */
  static List<WitnessKey> of(AuditSettings settings) {
    List<WitnessKey> found = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < settings.witnesses().size(); i++) {
      read(settings.witnesses().get(i), "korf.audit.witnesses[" + i + "]", found, wrong);
    }
    long names = found.stream().map(WitnessKey::name).distinct().count();
    if (names != found.size()) {
      wrong.add("two witnesses have one name");
    }
    if (!wrong.isEmpty()) {
      throw new CannotStart(
          "The witnesses of this ledger are set halfway: %s. Give each an url and a key, or none."
              .formatted(String.join("; ", wrong)));
    }
    return List.copyOf(found);
  }

  private static void read(
      AuditSettings.Witness witness, String where, List<WitnessKey> found, List<String> wrong) {
    URI url = witness.url();
    VerifierKey key = key(witness.key(), where, wrong);
    boolean http =
        url != null && url.getHost() != null && String.valueOf(url.getScheme()).startsWith("http");
    if (!http || url == null) {
      wrong.add(where + ".url is no http address");
    } else if (key != null) {
      found.add(new WitnessKey(url, key));
    }
  }

  private static @Nullable VerifierKey key(
      @Nullable String written, String where, List<String> wrong) {
    try {
      VerifierKey key = VerifierKey.parse(written == null ? "" : written);
      if (key.kind() == VerifierKey.Kind.COSIGNATURE) {
        return key;
      }
      wrong.add(where + ".key is no key for cosignatures (kind 0x04)");
    } catch (IllegalArgumentException unfit) {
      wrong.add(where + ".key: " + unfit.getMessage());
    }
    return null;
  }
}
