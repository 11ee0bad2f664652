package nl.korf.service.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of the Authorization Decision Log (Logius, consultation version 1.0.0, section
 * Interface).
 *
 * @param timestamp milliseconds since 1970-01-01T00:00:00Z
 * @param status {@code Unset}: the check came to a verdict, which may be a denial
 * @param attributes references from which the check can be made again
 * @param resource who made the record
 * @param body request and response, as AuthZEN has them
 */
record LogRecord(
    @JsonProperty("trace_id") String traceId,
    @JsonProperty("span_id") String spanId,
    @JsonProperty("parent_span_id") @Nullable String parentSpanId,
    @JsonProperty("event_name") String eventName,
    long timestamp,
    String status,
    Map<String, Object> attributes,
    Map<String, Object> resource,
    Map<String, Object> body) {}
