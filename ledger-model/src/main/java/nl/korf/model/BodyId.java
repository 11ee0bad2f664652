package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies an organisation or administrative authority (bestuursorgaan) that can hold original
 * powers. See {@link Identifier} for the form.
 */
public record BodyId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BodyId {
    Identifier.require("BodyId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
