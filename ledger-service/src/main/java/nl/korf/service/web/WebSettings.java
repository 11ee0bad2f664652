package nl.korf.service.web;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about the addresses ({@code korf.…}).
 *
 * @param reading whether everybody may read, or only who is known
 * @param example whether this is an example ledger, reachable from this machine only
 * @param cacheMaxAge how long an answer that never changes may be kept
 * @param minPositionWait how long a read waits for {@code Ledger-Min-Position}
 * @param contact whom to ask about this installation, for the description of the API
 */
@ConfigurationProperties("korf")
public record WebSettings(
    @Nullable Reading reading,
    @DefaultValue("false") boolean example,
    @DefaultValue("86400s") Duration cacheMaxAge,
    @DefaultValue("5s") Duration minPositionWait,
    @DefaultValue Contact contact) {

  /**
   * Whom to ask; the design rules want all three (API Design Rules, doc-openapi-contact).
   *
   * @param name of a team or office
   */
  public record Contact(@Nullable String name, @Nullable String email, @Nullable String url) {}

  public WebSettings {
    if (reading == null) {
      reading = example ? Reading.OPEN : Reading.PRIVATE;
    }
  }

  /** Who may read; where nothing is set, everybody in an example and nobody unknown elsewhere. */
  @Override
  public Reading reading() {
    return Objects.requireNonNull(reading);
  }

  /** The full version of the API, on every response. */
  public static final String API_VERSION = "1.0.0";

  /** Bytes a request may have. */
  public static final long BODY_BYTES_MAX = 1 << 20;

  /** Bytes a batch of imported rows may have. */
  public static final long IMPORT_BODY_BYTES_MAX = 16 << 20;

  /** Bytes a folder may have that a browser sends to be imported; the container has the same. */
  public static final long UPLOAD_BYTES_MAX = 32 << 20;

  /** Who may read. */
  public enum Reading {
    OPEN,
    PRIVATE
  }

  long bodyBytesMax(String path) {
    if (path.equals("/import")) {
      return UPLOAD_BYTES_MAX;
    }
    return path.startsWith("/v1/import-batches") ? IMPORT_BODY_BYTES_MAX : BODY_BYTES_MAX;
  }
}
