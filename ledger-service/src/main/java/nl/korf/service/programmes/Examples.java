package nl.korf.service.programmes;

/** Bodies that the description of the API shows; a test sends them. */
final class Examples {

  static final String ESTABLISH =
      """
      {
        "programme": "programme-2026",
        "title": {"nl": "Huisvesting 2026", "en": "Housing 2026"},
        "year": 2026,
        "group": "housing",
        "organisations": ["minister"],
        "purpose": "Fewer square metres, together."
      }
      """;

  static final String INCLUDE =
      """
      {"initiative": "new-office"}
      """;

  static final String EXCLUDE =
      """
      {"initiative": "new-office", "reason": "It moves to next year."}
      """;

  static final String CLOSE =
      """
      {"reason": "The year is over."}
      """;

  private Examples() {}
}
