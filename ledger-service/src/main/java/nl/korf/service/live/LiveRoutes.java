package nl.korf.service.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.korf.service.identity.Presence;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.ProblemKind;
import nl.korf.service.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The stream of what changed, for pages. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "live", description = "What changed, told at once to every page that is open.")
class LiveRoutes {

  /** Most streams of one node. */
  static final int STREAMS_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private final LiveHub hub;
  private final Presence presence;

  LiveRoutes(LiveHub hub, Presence presence) {
    this.hub = hub;
    this.presence = presence;
  }

  @GetMapping(path = "/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Which facts came, as server-sent events",
      description =
          "The id of an event is a position; a stream that is opened again with Last-Event-ID, or"
              + " with after, goes on behind it. Events: hello (where the stream begins), fact"
              + " (position, type, recordedAt, about, states: how the initiatives it touches stand"
              + " on the map), redraw (fetch the columns of the map at this position), resync (too"
              + " much happened to tell: look at everything again). A comment every 20 seconds"
              + " shows that the connection lives. The facts themselves: /v1/facts.")
  void live(
      @RequestParam(required = false) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Long begin = lastEventId == null || lastEventId.isBlank() ? after : number(lastEventId);
    try {
      if (hub.join() > STREAMS_MAX) {
        response.setHeader("Retry-After", "5");
        ProblemWriter.write(request, response, ProblemKind.STREAMS_FULL);
        return;
      }
      ShallowEtagHeaderFilter.disableContentCaching(request);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      new LiveStream(
              hub.window(),
              hub::older,
              begin,
              response.getOutputStream(),
              presence.of(request),
              LiveStream.HEARTBEAT_MILLIS)
          .run();
    } catch (IOException gone) {
      LOG.debug("A reader is gone: {}", gone.getMessage());
    } finally {
      hub.leave();
    }
  }

  private static Long number(String lastEventId) {
    try {
      return Long.parseLong(lastEventId.trim());
    } catch (NumberFormatException unfit) {
      throw new InvalidRequest(
          "Last-Event-ID", Fault.WRONG_VALUE, "value", lastEventId, "expected", "0");
    }
  }
}
