package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a directive. See {@link Identifier} for the form. */
public record DirectiveId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DirectiveId {
    Identifier.require("DirectiveId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
