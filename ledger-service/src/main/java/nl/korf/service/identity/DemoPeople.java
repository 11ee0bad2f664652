package nl.korf.service.identity;

import java.util.Optional;
import nl.korf.model.Identifier;
import nl.korf.model.PersonId;
import nl.korf.service.kernel.Actor;
import org.springframework.stereotype.Component;

/** Who can be picked in a demo: everybody in its directory, and its registrar. */
@Component
final class DemoPeople {

  /** Picks the registrar instead of a person. */
  static final String REGISTRAR = "registrar";

  private final Directory directory;

  DemoPeople(Directory directory) {
    this.directory = directory;
  }

  /** Whom the word picks; empty when it names nobody. */
  Optional<Actor> pick(String word) {
    if (word.equals(REGISTRAR)) {
      return Optional.of(Actor.registrar("example"));
    }
    return Identifier.isWellFormed(word)
        ? directory.find(new PersonId(word)).map(entry -> Actor.of(entry.person()))
        : Optional.empty();
  }
}
