package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import nl.korf.projections.AsOf;
import nl.korf.projections.ViewHashes;
import nl.korf.service.founding.Ledger;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Language;
import nl.korf.service.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the frame of a page from its request. */
@Component
public final class Frames {

  /** How much of the view hash a page shows, in bytes; enough for two people to compare. */
  private static final int HASH_SHOWN = 8;

  private final Ledger ledger;
  private final ViewHashes hashes;
  private final Reading reading;
  private final Directory directory;

  Frames(Ledger ledger, ViewHashes hashes, Reading reading, Directory directory) {
    this.ledger = ledger;
    this.hashes = hashes;
    this.reading = reading;
    this.directory = directory;
  }

  /** Of a request about a moment, by somebody or nobody. */
  public Frame of(HttpServletRequest request, AsOf asOf, @Nullable Actor actor) {
    boolean atAsked = asked(request, "at");
    boolean onAsked = asked(request, "on");
    boolean behind = atAsked && asOf.position() < reading.projected();
    return new Frame(
        Language.ofPage(request),
        request.getParameter("lang") != null,
        ledger.name(),
        ledger.example(),
        asOf.position(),
        asOf.on(),
        atAsked ? asOf.position() : null,
        onAsked ? asOf.on() : null,
        behind || onAsked,
        hashes.at(asOf.position()).map(Frames::shown).orElse("–"),
        actor == null ? null : name(actor),
        request.getRequestURI());
  }

  private static boolean asked(HttpServletRequest request, String parameter) {
    String given = request.getParameter(parameter);
    return given != null && !given.isBlank();
  }

  private String name(Actor actor) {
    return actor
        .boundPerson()
        .flatMap(directory::find)
        .map(Directory.Entry::displayName)
        .orElseGet(actor::toString);
  }

  private static String shown(byte[] hash) {
    return HexFormat.of().formatHex(hash, 0, Math.min(HASH_SHOWN, hash.length));
  }

  /** The end of a day as people count it: what happened on that day counts. */
  public static Instant endOf(LocalDate day) {
    OffsetDateTime end =
        day.plusDays(1)
            .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
            .toOffsetDateTime()
            .minusSeconds(1);
    return end.toInstant();
  }
}
