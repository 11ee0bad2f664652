package nl.korf.service.bodies;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String BODY =
      """
      {"body": "waterboard", "name": {"nl": "Waterschap (voorbeeld)", "en": "Water authority (example)"},
       "identifier": {"register": "OIN", "number": "00000001234567890001"}, "kind": "water authority",
       "legalBasis": {"text": "Waterschapswet art. 1"}}
      """;

  static final String NAME =
      """
      {"name": {"nl": "Waterschap Noord (voorbeeld)", "en": "Water authority North (example)"}}
      """;

  static final String DISSOLUTION =
      """
      {"legalBasis": {"text": "Waterschapswet art. 2"}}
      """;

  private Examples() {}
}
