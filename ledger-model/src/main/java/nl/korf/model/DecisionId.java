package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a decision (besluit). See {@link Identifier} for the form. */
public record DecisionId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DecisionId {
    Identifier.require("DecisionId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
