package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a person by a random value; name and address live in the erasable directory. See
 * {@link Identifier} for the form.
 */
public record PersonId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {
    Identifier.require("PersonId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
