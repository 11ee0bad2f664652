package nl.korf.service.authority;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an authority check belongs among what other systems log (W3C Trace Context): the trace of
 * the request it was made for, and a span of its own. Random, never derived from who asks.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 lower-case hexadecimal digits
 * @param parentSpanId the caller's span; null where the trace begins here
 */
public record Trace(String traceId, String spanId, @Nullable String parentSpanId) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);

  /** A trace that begins here. */
  static Trace begun() {
    return new Trace(hex(16), hex(8), null);
  }

  /** A span of the caller's trace; empty where the header is none of the standard's. */
  static Optional<Trace> of(@Nullable String traceparent) {
    if (traceparent == null) {
      return Optional.empty();
    }
    Matcher header = TRACEPARENT.matcher(traceparent);
    if (!header.matches() || header.group(1).equals(NO_TRACE) || header.group(2).equals(NO_SPAN)) {
      return Optional.empty();
    }
    return Optional.of(new Trace(header.group(1), hex(8), header.group(2)));
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
