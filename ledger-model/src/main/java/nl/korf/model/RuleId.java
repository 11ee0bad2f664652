package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a rule by which a group decides. See {@link Identifier} for the form. */
public record RuleId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RuleId {
    Identifier.require("RuleId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
