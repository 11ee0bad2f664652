package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an objection in a decision round. See {@link Identifier} for the form. */
public record ObjectionId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ObjectionId {
    Identifier.require("ObjectionId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
