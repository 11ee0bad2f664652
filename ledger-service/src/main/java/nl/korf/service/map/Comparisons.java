package nl.korf.service.map;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import nl.korf.projections.AsOf;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the whole at the moment of a request with an earlier one. */
@Component
final class Comparisons {

  private final MapViews views;
  private final Reading reading;

  Comparisons(MapViews views, Reading reading) {
    this.views = views;
    this.reading = reading;
  }

  /**
   * What changed.
   *
   * @param since what was known then: a position, a day or an instant of recording
   * @param from what was in force then, as known now: a day or an instant
   * @throws InvalidRequest when neither or both are given, or one cannot be read
   */
  MapChanges between(@Nullable String since, @Nullable String from, AsOf asOf) {
    boolean bySince = since != null && !since.isBlank();
    boolean byFrom = from != null && !from.isBlank();
    if (bySince == byFrom) {
      throw new InvalidRequest(
          bySince ? "from" : "since", bySince ? Fault.UNKNOWN_MEMBER : Fault.MISSING);
    }
    MapColumns now = views.at(asOf.position(), null);
    if (byFrom) {
      return MapChanges.between(now, instant("from", String.valueOf(from)), now, asOf.on());
    }
    long position = position(String.valueOf(since).trim(), asOf);
    Instant recorded = reading.recordedAt(position).orElse(Instant.EPOCH);
    return MapChanges.between(views.at(position, null), recorded, now, asOf.on());
  }

  private long position(String since, AsOf asOf) {
    if (!since.matches("[0-9]{1,18}")) {
      return Math.min(asOf.position(), reading.positionAt(instant("since", since)));
    }
    long position = Long.parseLong(since);
    if (position > asOf.position()) {
      throw new InvalidRequest(
          "since", Fault.BEYOND_HEAD, "value", since, "head", Long.toString(asOf.position()));
    }
    return position;
  }

  private static Instant instant(String parameter, String text) {
    String value = text.trim();
    try {
      return value.length() == "2026-01-31".length()
          ? Frames.endOf(LocalDate.parse(value))
          : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException unfit) {
      throw new InvalidRequest(
          parameter, Fault.WRONG_VALUE, "value", value, "expected", "2026-01-31");
    }
  }
}
