package nl.korf.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * Which facts a decision depends on: Axon's criteria in the terms of the ledger. A fact belongs to
 * it when it matches any one criterion; without criteria every fact does.
 */
record Boundary(List<Criterion> criteria) {

  private static final QualifiedName NO_TYPE = new QualifiedName("none." + UUID.randomUUID());

  /** Every fact there is. */
  static final Boundary EVERYTHING = new Boundary(List.of());

  /**
   * A fact matches when it is of one of the types (any, where there are none) and has all the tags.
   */
  record Criterion(Set<String> types, List<String> tags) {

    boolean matches(String type, List<String> factTags) {
      return (types.isEmpty() || types.contains(type)) && factTags.containsAll(tags);
    }
  }

  static Boundary of(EventCriteria axons) {
    // flatten() drops an "any event" among others, so ask whether a fact like no other would match
    if (axons.matches(NO_TYPE, Set.of())) {
      return EVERYTHING;
    }
    List<Criterion> criteria = new ArrayList<>();
    for (EventCriterion axon : axons.flatten()) {
      criteria.add(
          new Criterion(
              axon.types().stream().map(QualifiedName::name).collect(Collectors.toSet()),
              axon.tags().stream().map(TagText::of).sorted().toList()));
    }
    return new Boundary(criteria);
  }

  boolean isEverything() {
    return criteria.isEmpty();
  }

  boolean matches(String type, List<String> tags) {
    return isEverything() || criteria.stream().anyMatch(one -> one.matches(type, tags));
  }
}
