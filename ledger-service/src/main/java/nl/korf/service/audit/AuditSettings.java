package nl.korf.service.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.korf.service.host.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the proof ({@code korf.audit.…}).
 *
 * @param folder where tiles and checkpoints are copied to, for any web server; absent: this process
 *     was started without a folder and signs nothing
 * @param key what to sign with, itself
 * @param keyFile the file with what to sign with
 * @param defaultKeyFile that file where neither is set; made at the first start
 * @param guardFolder where the last checkpoint is kept outside of folder and database
 * @param origin the name of the ledger in checkpoints; absent: {@code korf/<ledger id>}
 * @param interval from one checkpoint to the next, at least
 * @param heartbeat after which witnesses confirm a checkpoint again that did not change
 * @param lateAfter when a fact counts as seen late by witnesses
 * @param witnesses whom to show checkpoints
 * @param quorum how many of them must have signed; 0: all
 */
@ConfigurationProperties("korf.audit")
record AuditSettings(
    @Nullable Path folder,
    @Nullable String key,
    @Nullable Path keyFile,
    @Nullable Path defaultKeyFile,
    @Nullable Path guardFolder,
    @Nullable String origin,
    @DefaultValue("1s") Duration interval,
    @DefaultValue("1h") Duration heartbeat,
    @DefaultValue("60s") Duration lateAfter,
    @DefaultValue List<Witness> witnesses,
    @DefaultValue("0") int quorum) {

  /**
   * A witness.
   *
   * @param url submission prefix
   * @param key its verifier key, of the kind for cosignatures
   */
  record Witness(@Nullable URI url, @Nullable String key) {}

  AuditSettings {
    witnesses = List.copyOf(witnesses);
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new CannotStart(
          "korf.audit.quorum asks for %d of %d witnesses: set it from 1 to %d, or leave it out for all."
              .formatted(quorum, witnesses.size(), witnesses.size()));
    }
    if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new CannotStart(
          "korf.audit.interval is %s: at least a second lies between two checkpoints."
              .formatted(interval));
    }
  }

  /** How many witnesses make a quorum; 0 where there are none. */
  int needed() {
    return quorum == 0 ? witnesses.size() : quorum;
  }
}
