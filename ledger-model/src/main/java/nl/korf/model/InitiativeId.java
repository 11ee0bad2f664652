package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an initiative. See {@link Identifier} for the form. */
public record InitiativeId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InitiativeId {
    Identifier.require("InitiativeId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
