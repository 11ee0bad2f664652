package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a programme. See {@link Identifier} for the form. */
public record ProgrammeId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProgrammeId {
    Identifier.require("ProgrammeId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
