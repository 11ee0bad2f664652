package nl.korf.service.roles;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String ROLE =
      """
      {"role": "r-dike-reeve", "name": {"nl": "Dijkgraaf", "en": "Dike reeve"}, "body": "waterboard",
       "embodies": "waterboard", "legalBasis": {"text": "Waterschapswet art. 10"}}
      """;

  static final String APPOINTMENT =
      """
      {"person": "p-lead", "until": "2099-01-01T00:00:00Z"}
      """;

  static final String APPOINTMENT_ENDING =
      """
      {"person": "p-lead", "reason": "Retires."}
      """;

  static final String ABOLITION =
      """
      {"legalBasis": {"text": "Waterschapswet art. 10"}}
      """;

  private Examples() {}
}
