package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.List;
import nl.korf.service.imports.Column.Entity;

/** The persons a row names, by their id in the source. */
final class PersonsNamed {

  private static final String PREFIX = "person:";

  private PersonsNamed() {}

  static List<String> in(Row row) {
    List<String> persons = new ArrayList<>();
    for (Column column : row.table().columns().values()) {
      String value = row.get(column.name());
      if (value != null && column.refers() == Entity.PERSON) {
        persons.add(value);
      } else if (value != null && column.type() == Column.Type.PARTY && value.startsWith(PREFIX)) {
        persons.add(value.substring(PREFIX.length()));
      }
    }
    if (row.table() == Table.INITIATIVE_CHANGES && "person".equals(row.get("field"))) {
      persons.add(row.must("value"));
    }
    return persons;
  }
}
