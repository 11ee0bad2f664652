package nl.korf.service.kernel;

import java.time.Instant;
import java.util.List;
import nl.korf.model.Imported;
import nl.korf.model.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What a verb decided.
 *
 * @param facts to append, all or none; none: nothing had to change
 * @param effectiveAt when they hold in the world; null: when they are recorded
 * @param notAfter they must be recorded before this instant, or the verb decides anew
 * @param onBehalfOf the body or group acted for
 * @param imported source and findings, for imported history
 */
public record Decided(
    List<Fact> facts,
    @Nullable Instant effectiveAt,
    @Nullable Instant notAfter,
    @Nullable String onBehalfOf,
    @Nullable Imported imported) {

  public Decided {
    facts = List.copyOf(facts);
  }

  /** These facts, in force from the moment they are recorded. */
  public static Decided facts(Fact... facts) {
    return new Decided(List.of(facts), null, null, null, null);
  }

  /** Nothing has to change: what was asked for is so already. */
  public static Decided nothing() {
    return new Decided(List.of(), null, null, null, null);
  }

  public Decided effectiveAt(@Nullable Instant instant) {
    return new Decided(facts, instant, notAfter, onBehalfOf, imported);
  }

  public Decided before(@Nullable Instant deadline) {
    return new Decided(facts, effectiveAt, deadline, onBehalfOf, imported);
  }

  public Decided onBehalfOf(@Nullable Object party) {
    return new Decided(
        facts, effectiveAt, notAfter, party == null ? null : party.toString(), imported);
  }

  public Decided imported(Imported source) {
    return new Decided(facts, effectiveAt, notAfter, onBehalfOf, source);
  }
}
