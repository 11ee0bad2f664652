package nl.korf.model.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.korf.model.Identifier;
import nl.korf.model.facts.FactTypes;

/**
 * What somebody can follow. Written {@code group:open-data}, {@code facet:legal}, {@code
 * fact:MandateRevoked}; what needs no name is written by its kind alone, {@code ledger}.
 *
 * @param id empty for a kind that needs none
 */
public record Followed(Kind kind, String id) {

  /** What can be followed. */
  public enum Kind {
    GROUP(true),
    INITIATIVE(false),
    /** A mandate, and with what is below it the chain that hangs from it. */
    MANDATE(true),
    PERSON(false),
    POWER(true),
    /** One of the five facets of the context: business, legal, operational … */
    FACET(false),
    /** A sort of fact, by its stored name. */
    FACT(false),
    /** Everything. */
    LEDGER(false),
    /** What concerns the follower by their place: to be told of it by another channel too. */
    CONCERNS_ME(false);

    private final boolean hasBelow;

    Kind(boolean hasBelow) {
      this.hasBelow = hasBelow;
    }

    /** Whether it can be followed together with all below it. */
    public boolean hasBelow() {
      return hasBelow;
    }

    /** Whether it needs no name. */
    public boolean single() {
      return this == LEDGER || this == CONCERNS_ME;
    }

    /** As it is written, {@code concerns-me}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The facets of a context, as they are written. */
  public static final List<String> FACETS =
      List.of("business", "legal", "operational", "functional", "technological");

  public Followed {
    if (!fits(kind, id)) {
      throw new IllegalArgumentException(
          "'%s' names no %s that can be followed".formatted(id, kind.word()));
    }
  }

  private static boolean fits(Kind kind, String id) {
    return switch (kind) {
      case GROUP, INITIATIVE, MANDATE, PERSON, POWER -> Identifier.isWellFormed(id);
      case FACET -> FACETS.contains(id);
      case FACT -> FactTypes.names().contains(id);
      case LEDGER, CONCERNS_ME -> id.isEmpty();
    };
  }

  /** Everything. */
  public static final Followed LEDGER = new Followed(Kind.LEDGER, "");

  /** What concerns the follower. */
  public static final Followed CONCERNS_ME = new Followed(Kind.CONCERNS_ME, "");

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it names nothing that can be followed
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Followed parse(String written) {
    int colon = written.indexOf(':');
    String word = colon < 0 ? written : written.substring(0, colon);
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(one -> one.word().equals(word)).findFirst();
    if (kind.isEmpty() || (colon < 0) != kind.get().single()) {
      throw new IllegalArgumentException(
          "'%s' names nothing that can be followed: write group:ID, initiative:ID, mandate:ID,"
                  .formatted(written)
              + " person:ID, power:ID, facet:legal, fact:MandateRevoked, ledger or concerns-me");
    }
    return new Followed(kind.get(), colon < 0 ? "" : written.substring(colon + 1));
  }

  /** The key it is found by in {@link Touched#keys}. */
  public String key(boolean below) {
    return below && kind.hasBelow() ? kind.word() + "+:" + id : toString();
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.single() ? kind.word() : kind.word() + ":" + id;
  }
}
