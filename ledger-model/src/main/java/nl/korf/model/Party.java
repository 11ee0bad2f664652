package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Somebody who can grant or hold: a person, a role, a group or a body. Written {@code role:f-sg} in
 * JSON, tags and addresses. Holders are roles by preference, so that competence follows the
 * appointment (rule M13).
 */
public record Party(Kind kind, String id) {

  /** What sort of party. */
  public enum Kind {
    PERSON,
    ROLE,
    GROUP,
    BODY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Party {
    Identifier.require(kind.word(), id);
  }

  public static Party of(PersonId person) {
    return new Party(Kind.PERSON, person.value());
  }

  public static Party of(RoleId role) {
    return new Party(Kind.ROLE, role.value());
  }

  public static Party of(GroupId group) {
    return new Party(Kind.GROUP, group.value());
  }

  public static Party of(BodyId body) {
    return new Party(Kind.BODY, body.value());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not {@code person:…}, {@code role:…}, {@code
   *     group:…} or {@code body:…}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Party parse(String written) {
    int colon = written.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (colon > 0 && written.substring(0, colon).equals(kind.word())) {
        return new Party(kind, written.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "'%s' names no party: write person:ID, role:ID, group:ID or body:ID".formatted(written));
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
