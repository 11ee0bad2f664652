package nl.korf.model.competence;

import java.util.List;
import java.util.Map;

/** What a predicate says about a path. Values name what was compared, for the proof. */
sealed interface Outcome {

  Holds HOLDS = new Holds();

  record Holds() implements Outcome {}

  record Fails(Map<String, String> values) implements Outcome {}

  /**
   * Cannot be told.
   *
   * @param missing the input that would tell
   */
  record Unclear(String missing, Map<String, String> values) implements Outcome {}

  /** Holds once these conditions are met. */
  record Asks(List<String> conditions, Map<String, String> values) implements Outcome {}
}
