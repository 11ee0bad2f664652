package nl.korf.service.map;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.korf.model.PersonId;
import nl.korf.projections.map.KnownMap.OfficePeriod;
import nl.korf.projections.map.Period;

/**
 * What the persons on the map are called. Apart from its columns, which everybody shares and any
 * cache may keep: a name can be erased, and is only for who may read the directory.
 *
 * @param names of persons by their node, {@code person:…}
 * @param offices who holds which role when, by name; roles that are on the map alone
 */
@Schema(name = "MapNames")
record MapNames(Map<String, String> names, List<Office> offices) {

  private static final String PERSON = "person:";

  /**
   * A person holds a role.
   *
   * @param node of the role, {@code role:…}
   * @param from in seconds, from the start of the columns
   * @param lasts seconds; 0: no end is known
   */
  @Schema(name = "MapOffice")
  record Office(String node, String name, long from, long lasts) {}

  /** Everybody of whom a map shows the identifier, or the role. */
  static Set<PersonId> persons(MapColumns columns, List<OfficePeriod> offices) {
    Set<String> nodes = Set.copyOf(columns.nodes().id());
    Set<PersonId> persons = new HashSet<>();
    nodes.stream()
        .filter(node -> node.startsWith(PERSON))
        .forEach(node -> persons.add(new PersonId(node.substring(PERSON.length()))));
    offices.stream()
        .filter(office -> nodes.contains("role:" + office.role()))
        .forEach(office -> persons.add(new PersonId(office.person())));
    return persons;
  }

  /** For a map, of those who have a name. */
  static MapNames of(
      MapColumns columns, List<OfficePeriod> offices, Map<PersonId, String> directory) {
    Set<String> nodes = Set.copyOf(columns.nodes().id());
    Map<String, String> names = new TreeMap<>();
    List<Office> held = new ArrayList<>();
    directory.forEach((person, name) -> {
      if (nodes.contains(PERSON + person)) {
        names.put(PERSON + person, name);
      }
    });
    for (OfficePeriod office : offices) {
      String name = directory.get(new PersonId(office.person()));
      String node = "role:" + office.role();
      if (name != null && nodes.contains(node)) {
        Period period = office.period();
        long lasts = period.until() == Period.OPEN ? 0 : period.until() - period.from();
        held.add(new Office(node, name, period.from() - columns.start(), lasts));
      }
    }
    return new MapNames(names, held);
  }
}
