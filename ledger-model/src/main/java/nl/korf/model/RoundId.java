package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a decision round. See {@link Identifier} for the form. */
public record RoundId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RoundId {
    Identifier.require("RoundId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
