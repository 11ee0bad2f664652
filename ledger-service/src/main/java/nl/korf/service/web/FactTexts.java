package nl.korf.service.web;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import nl.korf.eventstore.FactLog;
import nl.korf.model.FreeText;
import nl.korf.model.facts.Fact;
import nl.korf.service.kernel.LedgerFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Long text, read from the fact that carries it. It can be erased, so it is a resource of its own
 * that is kept no longer than {@link #AGE_MAX}.
 */
@Component
public final class FactTexts {

  /** How long a copy of a text may be kept. */
  public static final Duration AGE_MAX = Duration.ofMinutes(5);

  private final FactLog log;

  public FactTexts(FactLog log) {
    this.log = log;
  }

  /**
   * A text and where it comes from.
   *
   * @param position of the fact that carries it
   * @param text absent: erased
   */
  public record Text(long position, @Nullable String text, boolean erased) {}

  /** The text of the fact at a position; nothing there is nothing found. */
  public ResponseEntity<Text> at(
      @Nullable Long position, String what, Function<Fact, @Nullable FreeText> of) {
    return Optional.ofNullable(position)
        .flatMap(log::at)
        .map(LedgerFacts::recorded)
        .flatMap(fact ->
            Optional.ofNullable(of.apply(fact.fact()))
                .map(text -> new Text(fact.position(), text.text(), text.erased())))
        .map(text ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(AGE_MAX).cachePrivate())
                .body(text))
        .orElseThrow(() -> new NotFound(what));
  }
}
