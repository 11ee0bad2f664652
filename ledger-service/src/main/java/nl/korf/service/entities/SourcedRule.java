package nl.korf.service.entities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.facts.RuleEvent.RuleRetired;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its versions, the earliest first.
 *
 * @param retired where it was retired, or null
 */
public record SourcedRule(List<RuleDefined> versions, @Nullable Retired retired) {

  /** Where and when a rule was retired. */
  public record Retired(long position, Instant at) {}

  public SourcedRule {
    versions = List.copyOf(versions);
  }

  static SourcedRule of(List<RecordedFact> facts) {
    List<RuleDefined> versions = new ArrayList<>();
    @Nullable Retired retired = null;
    for (RecordedFact fact : facts) {
      if (fact.fact() instanceof RuleDefined defined) {
        versions.add(defined);
      } else if (fact.fact() instanceof RuleRetired) {
        retired = new Retired(fact.position(), fact.envelope().recordedAt());
      }
    }
    return new SourcedRule(versions, retired);
  }

  public RuleDefined latest() {
    return versions.getLast();
  }

  public @Nullable GroupId group() {
    return latest().group();
  }

  /** What a version says. */
  public Optional<RuleSpec> version(int version) {
    return versions.stream()
        .filter(defined -> defined.version() == version)
        .map(RuleDefined::spec)
        .findFirst();
  }
}
