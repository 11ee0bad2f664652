package nl.korf.service.identity;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names of persons, apart from the ledger. An id is random and is never given to another person;
 * erasing an entry leaves the id in the facts, which then names nobody.
 */
@Component
public final class Directory {

  /** Longest name, in characters. */
  public static final int NAME_CHARACTERS_MAX = 200;

  private static final int ID_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;

  public Directory(JdbcClient database) {
    this.database = database;
  }

  /**
   * A person as shown.
   *
   * @param handle a short name they are known by elsewhere
   */
  public record Entry(PersonId person, String displayName, @Nullable String handle) {}

  /**
   * A new person; the same one when the command is repeated.
   *
   * @throws Refused when the command registered somebody under another name
   */
  public PersonId register(UUID commandId, String displayName, @Nullable String handle) {
    database
        .sql(
            """
            insert into service.directory_person (person_id, display_name, handle, command_id)
            values (:person, :name, :handle, :command) on conflict (command_id) do nothing
            """)
        .param("person", randomId())
        .param("name", displayName)
        .param("handle", handle)
        .param("command", commandId)
        .update();
    return database
        .sql("select person_id, display_name from service.directory_person where command_id = ?")
        .param(commandId)
        .query((row, _) -> sameName(row.getString(1), row.getString(2), displayName, commandId))
        .single();
  }

  private static PersonId sameName(String person, String earlier, String name, UUID commandId) {
    if (!earlier.equals(name)) {
      throw new Refused(
          Refusal.COMMAND_ID_USED_OTHERWISE, "command", commandId.toString(), "position", "–");
    }
    return new PersonId(person);
  }

  /** The invented people of an example ledger, whose ids are fixed; known ones stay as they are. */
  public void registerAll(Map<PersonId, String> names) {
    List<PersonId> people = List.copyOf(names.keySet());
    database
        .sql(
            """
            insert into service.directory_person (person_id, display_name)
            select person, name from unnest(?::text[], ?::text[]) as added(person, name)
            on conflict (person_id) do nothing
            """)
        .param(people.stream().map(PersonId::value).toArray(String[]::new))
        .param(people.stream().map(names::get).toArray(String[]::new))
        .update();
  }

  /** The persons of a data set that are known, by their id in the source. */
  public Map<String, PersonId> find(String set, Collection<String> sourceIds) {
    Map<String, PersonId> found = new HashMap<>();
    database
        .sql(
            """
            select source_id, person_id from service.directory_person
            where source_set = ? and source_id = any(?)
            """)
        .param(set)
        .param(sourceIds.toArray(String[]::new))
        .query((row, _) -> found.put(row.getString(1), new PersonId(row.getString(2))))
        .list();
    return found;
  }

  /**
   * The persons of a data set by their id in the source; those not known yet are added.
   *
   * @param names source id -> name as shown
   */
  public Map<String, PersonId> findOrAdd(String set, Map<String, String> names) {
    List<String> ids = List.copyOf(names.keySet());
    database
        .sql(
            """
            insert into service.directory_person (person_id, display_name, source_set, source_id)
            select person, name, ?, source
            from unnest(?::text[], ?::text[], ?::text[]) as added(person, name, source)
            on conflict (source_set, source_id) do nothing
            """)
        .param(set)
        .param(ids.stream().map(_ -> randomId()).toArray(String[]::new))
        .param(ids.stream().map(names::get).toArray(String[]::new))
        .param(ids.toArray(String[]::new))
        .update();
    return find(set, ids);
  }

  public Optional<Entry> find(PersonId person) {
    return database
        .sql(
            """
            select person_id, display_name, handle from service.directory_person
            where person_id = ?
            """)
        .param(person.value())
        .query((row, _) -> entry(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Names as shown of those that are known. */
  public Map<PersonId, String> names(Collection<PersonId> persons) {
    Map<PersonId, String> names = new LinkedHashMap<>();
    database
        .sql(
            """
            select person_id, display_name from service.directory_person
            where person_id = any(?)
            """)
        .param(persons.stream().map(PersonId::value).distinct().toArray(String[]::new))
        .query((row, _) -> names.put(new PersonId(row.getString(1)), row.getString(2)))
        .list();
    return names;
  }

  /** People by name, from a beginning of it; at most {@code limit}. */
  public List<Entry> list(String nameBeginning, int limit) {
    return database
        .sql(
            """
            select person_id, display_name, handle from service.directory_person
            where lower(display_name) like ? order by lower(display_name), person_id limit ?
            """)
        .param(escaped(nameBeginning) + "%")
        .param(limit)
        .query((row, _) -> entry(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private static String escaped(String beginning) {
    return beginning
        .toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }

  private static Entry entry(String person, String name, @Nullable String handle) {
    return new Entry(new PersonId(person), name, handle);
  }

  private static String randomId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return "p-" + HexFormat.of().formatHex(bytes);
  }
}
