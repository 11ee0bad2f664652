package nl.korf.service.map;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.korf.projections.Reads;
import nl.korf.projections.map.MapOfSome;
import nl.korf.projections.map.Period;
import nl.korf.service.live.StatesOnMap;
import nl.korf.service.live.Subject;
import org.springframework.stereotype.Component;

/** How initiatives stand, for maps that are open: the same spans as in their columns. */
@Component
final class LiveStates implements StatesOnMap {

  private final MapOfSome rows;

  LiveStates(Reads reads) {
    this.rows = new MapOfSome(reads);
  }

  @Override
  public List<Standing> of(Collection<Subject> subjects, long position) {
    return Spans.of(
            rows.at(
                ids("initiative", subjects),
                ids("round", subjects),
                ids("decision", subjects),
                position))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Standing("initiative:" + each.getKey(), spans(each.getValue())))
        .toList();
  }

  private static List<String> ids(String kind, Collection<Subject> subjects) {
    return subjects.stream()
        .filter(subject -> subject.kind().equals(kind))
        .map(Subject::id)
        .distinct()
        .toList();
  }

  private static List<Span> spans(List<Spans.Span> spans) {
    return spans.stream()
        .map(span ->
            new Span(
                span.state().number(),
                span.period().from(),
                span.period().until() == Period.OPEN ? null : span.period().until()))
        .toList();
  }
}
