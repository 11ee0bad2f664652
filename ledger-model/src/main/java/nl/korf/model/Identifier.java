package nl.korf.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An identifier in the ledger: 1 to {@value #LENGTH_MAX} characters of {@code a-z 0-9 - . _},
 * starting with a letter or digit. It appears in facts, tags and addresses and never carries
 * personal data.
 */
public sealed interface Identifier
    permits PersonId,
        BodyId,
        RoleId,
        GroupId,
        PowerId,
        MandateId,
        InitiativeId,
        DecisionId,
        RoundId,
        RuleId,
        ObjectionId,
        DirectiveId,
        ProgrammeId {

  /** Longest identifier, in characters. */
  int LENGTH_MAX = 96;

  /** The form of an identifier, as a regular expression (also published in the API description). */
  String FORM = "[a-z0-9][a-z0-9._-]{0,95}";

  Pattern PATTERN = Pattern.compile(FORM);

  String value();

  /** Whether {@code value} has the form of an identifier. */
  static boolean isWellFormed(@Nullable String value) {
    return value != null && PATTERN.matcher(value).matches();
  }

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException naming the kind, the value and the form asked for
   */
  static void require(String kind, @Nullable String value) {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "%s '%s' is not an identifier: use %s".formatted(kind, value, FORM));
    }
  }
}
