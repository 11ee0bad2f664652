package nl.korf.service.audit;

import java.nio.charset.StandardCharsets;
import nl.korf.eventstore.StoredFact;

/** Whether a fact was recorded with a personal part, whatever became of that. */
final class PersonalMark {

  private PersonalMark() {}

  static boolean of(StoredFact fact) {
    // quotes inside of strings are escaped, so that this can only be the member
    return new String(fact.header(), StandardCharsets.UTF_8).contains("\"personal\":{");
  }
}
