package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a function (ambt, functie) that persons hold over intervals. See {@link Identifier}
 * for the form.
 */
public record RoleId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RoleId {
    Identifier.require("RoleId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
