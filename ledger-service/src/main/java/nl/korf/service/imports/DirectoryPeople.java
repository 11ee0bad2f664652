package nl.korf.service.imports;

import java.util.Collection;
import java.util.Map;
import nl.korf.model.PersonId;
import nl.korf.service.identity.Directory;

/** The people of data sets in the directory of this installation. */
record DirectoryPeople(Directory directory) implements SourcePeople {

  @Override
  public Map<String, PersonId> find(String set, Collection<String> sourceIds) {
    return sourceIds.isEmpty() ? Map.of() : directory.find(set, sourceIds);
  }

  @Override
  public Map<String, PersonId> findOrAdd(String set, Map<String, String> names) {
    return names.isEmpty() ? Map.of() : directory.findOrAdd(set, names);
  }
}
