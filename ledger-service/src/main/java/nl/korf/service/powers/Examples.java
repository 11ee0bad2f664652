package nl.korf.service.powers;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String POWER =
      """
      {"power": "dike-permits", "name": {"nl": "Vergunningen aan dijken", "en": "Permits at dikes"},
       "legalBasis": {"text": "Waterwet art. 6.5"}}
      """;

  static final String ATTRIBUTION =
      """
      {"body": "waterboard", "legalBasis": {"text": "Waterwet art. 6.5"}}
      """;

  private Examples() {}
}
