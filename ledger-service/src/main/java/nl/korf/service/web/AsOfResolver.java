package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.korf.model.LedgerYears;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@code ?at=} (what was known: a position, or an instant of recording) and {@code ?on=}
 * (what was in force) into an {@link AsOf}, and says how long the answer may be kept.
 *
 * <p>An address with a position the read models show, an instant and the view's version never
 * changes its answer. Any other address is answered for one second, with the address that never
 * changes in {@code Content-Location}. A page is not kept for good, and not at all where somebody
 * is signed in.
 */
final class AsOfResolver implements HandlerMethodArgumentResolver {

  private final Reading reading;
  private final Positions positions;
  private final CacheRules cache;
  private final Clock clock;

  AsOfResolver(Reading reading, CacheRules cache, Clock clock) {
    this.reading = reading;
    this.positions = new Positions(reading);
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == AsOf.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest request = Web.request(webRequest);
    HttpServletResponse response = Web.response(webRequest);
    requireView(request.getParameter("view"));
    requireMinPosition(request.getHeader(WebHeaders.LEDGER_MIN_POSITION));
    String at = given(request, "at");
    String on = given(request, "on");
    long position = position(at);
    Instant instant = instant(on, at, position);
    boolean pinned =
        at != null && isPosition(at) && on != null && request.getParameter("view") != null;
    response.setHeader(WebHeaders.LEDGER_POSITION, Long.toString(position));
    boolean page = !request.getRequestURI().startsWith("/v1/");
    response.setHeader(HttpHeaders.CACHE_CONTROL, keeping(page, pinned));
    response.setHeader(
        HttpHeaders.VARY, page ? "Accept, Accept-Language, Cookie" : "Accept, Accept-Language");
    if (!pinned) {
      response.setHeader(HttpHeaders.CONTENT_LOCATION, pinnedAddress(request, position, instant));
    }
    AsOf asOf = new AsOf(position, instant);
    request.setAttribute(AsOf.class.getName(), asOf);
    return asOf;
  }

  /** A page names people, who can be erased, and whoever is signed in, with a secret of theirs. */
  private String keeping(boolean page, boolean pinned) {
    if (page && Web.actor() != null) {
      return "private, no-store";
    }
    if (pinned) {
      return page ? cache.text() : cache.lasting();
    }
    return cache.passing();
  }

  /** The same address with both axes and the version of the view: it never changes its answer. */
  static String pinnedAddress(
      HttpServletRequest request, long position, Instant on, String... more) {
    Stream<String> axes =
        Stream.of(
            "at",
            Long.toString(position),
            "on",
            on.toString(),
            "view",
            Integer.toString(ViewHash.VIEW_VERSION));
    return SameAddress.with(
        request, Stream.concat(axes, Arrays.stream(more)).toArray(String[]::new));
  }

  private static void requireView(@Nullable String view) {
    if (view != null && !view.equals(Integer.toString(ViewHash.VIEW_VERSION))) {
      throw new NotFound("view version " + view);
    }
  }

  private void requireMinPosition(@Nullable String given) {
    if (given == null) {
      return;
    }
    if (!isPosition(given)) {
      throw wrong(WebHeaders.LEDGER_MIN_POSITION, given);
    }
    positions.requireProjected(Long.parseLong(given));
  }

  private long position(@Nullable String at) {
    if (at == null) {
      return reading.projected();
    }
    if (!isPosition(at)) {
      return Math.min(reading.projected(), reading.positionAt(parsed("at", at)));
    }
    long position = Long.parseLong(at);
    positions.requireShown("at", position);
    return position;
  }

  private Instant instant(@Nullable String on, @Nullable String at, long position) {
    if (on != null) {
      return parsed("on", on);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant recorded = reading.recordedAt(position).orElse(now);
    // a fact of this very second is in force already
    return at == null && now.isAfter(recorded) ? now : recorded;
  }

  private static Instant parsed(String parameter, String value) {
    try {
      // a plus in a query is a space once it is decoded
      Instant moment = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      if (LedgerYears.hold(moment)) {
        return moment.truncatedTo(ChronoUnit.MICROS);
      }
      throw wrong(parameter, value);
    } catch (DateTimeParseException unfit) {
      throw wrong(parameter, value);
    }
  }

  private static InvalidRequest wrong(String parameter, String value) {
    String expected =
        parameter.equals("on") ? "2026-01-31T13:45:00+01:00" : "1234, 2026-01-31T13:45:00+01:00";
    return new InvalidRequest(parameter, Fault.WRONG_VALUE, "value", value, "expected", expected);
  }

  private static boolean isPosition(String value) {
    return value.matches("[0-9]{1,18}");
  }

  private static @Nullable String given(HttpServletRequest request, String parameter) {
    String value = request.getParameter(parameter);
    return value == null || value.isBlank() ? null : value;
  }
}
