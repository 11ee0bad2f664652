package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a working group, team or committee. See {@link Identifier} for the form. */
public record GroupId(@JsonValue String value) implements Identifier {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GroupId {
    Identifier.require("GroupId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
