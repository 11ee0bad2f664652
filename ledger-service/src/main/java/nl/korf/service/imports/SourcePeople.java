package nl.korf.service.imports;

import java.util.Collection;
import java.util.Map;
import nl.korf.model.PersonId;

/** The people of data sets, in the ledger's erasable directory. */
interface SourcePeople {

  /** The ids of those that are known, by their id in the source. */
  Map<String, PersonId> find(String set, Collection<String> sourceIds);

  /**
   * The ids of all, by their id in the source; a person not known yet gets a random one.
   *
   * @param names source id -> name as shown
   */
  Map<String, PersonId> findOrAdd(String set, Map<String, String> names);
}
