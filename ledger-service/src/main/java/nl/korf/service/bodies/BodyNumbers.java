package nl.korf.service.bodies;

import java.util.Map;
import java.util.regex.Pattern;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;

/** The form of an identifier in each register. */
final class BodyNumbers {

  /**
   * TOOI: the local part of a resource in the government organisations registers, or its full
   * address; OIN: 20 digits; KvK: 8 digits; LOCAL: an identifier of the ledger.
   */
  private static final Map<Register, Pattern> FORMS =
      Map.of(
          Register.TOOI,
          Pattern.compile(
              "(https://identifier\\.overheid\\.nl/tooi/id/[a-z]+/)?[a-z]{2,4}[0-9]{4,8}"),
          Register.OIN,
          Pattern.compile("[0-9]{20}"),
          Register.KVK,
          Pattern.compile("[0-9]{8}"),
          Register.LOCAL,
          Pattern.compile("[a-z0-9][a-z0-9._-]{0,95}"));

  private BodyNumbers() {}

  static boolean wellFormed(RegisterNumber identifier) {
    return form(identifier.register()).matcher(identifier.number()).matches();
  }

  static Pattern form(Register register) {
    return java.util.Objects.requireNonNull(FORMS.get(register));
  }
}
