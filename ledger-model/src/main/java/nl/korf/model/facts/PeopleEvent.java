package nl.korf.model.facts;

import nl.korf.model.PersonId;

/** Facts about people. A person is a random identifier here; the directory knows the name. */
public sealed interface PeopleEvent extends Fact {

  /**
   * A person takes part in this ledger.
   *
   * @param team true where the source names a group as if it were a person
   */
  record PersonRegistered(@Open @Tagged("person") PersonId person, @Open boolean team)
      implements PeopleEvent {}
}
