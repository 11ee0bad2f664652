package nl.korf.service.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.RoleEvent;

/**
 * Facts as server-sent events (WHATWG HTML, 9.2). The id of an event is the position up to which
 * whoever got it is told everything.
 */
final class LiveEvents {

  /** Kinds of subjects whose change may bring an initiative into another state. */
  private static final Set<String> STATEFUL = Set.of("initiative", "round", "decision");

  /** Facts after which something stands or is drawn elsewhere on the map. */
  private static final Set<String> REDRAWN =
      Stream.<Class<? extends Fact>>of(
              BodyEvent.class,
              GroupEvent.class,
              RoleEvent.class,
              MandateEvent.class,
              InitiativeEvent.class)
          .flatMap(family -> FactTypes.namesIn(family).stream())
          .collect(Collectors.toUnmodifiableSet());

  /** A comment: only shows that the connection lives. */
  static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final StatesOnMap states;

  LiveEvents(StatesOnMap states) {
    this.states = states;
  }

  /**
   * One fact as pages hear of it.
   *
   * @param type its name
   * @param about what it changes or uses
   * @param states how the initiatives it touches stand now
   */
  record Told(
      long position,
      String type,
      Instant recordedAt,
      List<String> about,
      List<StatesOnMap.Standing> states) {}

  /** Facts in order, each encoded; states as known at {@code position}, by the last that names. */
  List<byte[]> facts(List<StoredFact> facts, long position) {
    Set<Subject> named = new LinkedHashSet<>();
    List<List<Subject>> about = facts.stream().map(fact -> Subject.of(fact.tags())).toList();
    about.forEach(subjects -> subjects.stream().filter(LiveEvents::isStateful).forEach(named::add));
    List<StatesOnMap.Standing> standings = named.isEmpty() ? List.of() : states.of(named, position);
    return Stream.iterate(0, i -> i < facts.size(), i -> i + 1)
        .map(i -> fact(facts.get(i), about.get(i), i == facts.size() - 1 ? standings : List.of()))
        .toList();
  }

  private static boolean isStateful(Subject subject) {
    return STATEFUL.contains(subject.kind());
  }

  private static byte[] fact(
      StoredFact fact, Collection<Subject> about, List<StatesOnMap.Standing> standings) {
    List<String> subjects = about.stream().map(Subject::toString).toList();
    return event(
        "fact",
        fact.position(),
        new Told(fact.position(), fact.type(), fact.recordedAt(), subjects, standings));
  }

  /** Whether the map has to be drawn anew after one of these. */
  static boolean redraw(Collection<StoredFact> facts) {
    return facts.stream().anyMatch(fact -> REDRAWN.contains(fact.type()));
  }

  /** The first event of a stream: where it begins, and how soon to try again when it ends. */
  static byte[] hello(long position, int retryMillis) {
    return concat(
        ("retry: " + retryMillis + "\n").getBytes(StandardCharsets.UTF_8),
        event("hello", position, Map.of("position", position)));
  }

  /** More happened than is told one by one: look at everything again. */
  static byte[] resync(long position) {
    return event("resync", position, Map.of("position", position));
  }

  /** Places or lines on the map changed: fetch its columns of this position. */
  static byte[] redraw(long told, long position) {
    return event("redraw", told, Map.of("position", position));
  }

  private static byte[] event(String name, long id, Object data) {
    byte[] head = ("event: " + name + "\nid: " + id + "\ndata: ").getBytes(StandardCharsets.UTF_8);
    // JSON as Jackson writes it has no line breaks
    byte[] json = ModelJson.mapper().writeValueAsBytes(data);
    return concat(head, concat(json, "\n\n".getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
