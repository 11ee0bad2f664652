package nl.korf.service.initiatives;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String INITIATIVE =
      """
      {"initiative": "dike-north", "title": {"nl": "Dijk Noord", "en": "Dike North"}, "owner": "housing",
       "participants": [], "legalReferences": [{"text": "Waterwet art. 5.1"}],
       "text": "The dike in the north is raised before the winter."}
      """;

  static final String REVISION =
      """
      {"basedOn": 1, "text": "The dike in the north is raised by half a metre before the winter."}
      """;

  static final String TRANSFER =
      """
      {"owner": "dike-team"}
      """;

  static final String PARTICIPATION =
      """
      {"group": "dike-team"}
      """;

  static final String INVOLVEMENT =
      """
      {"person": "p-lead", "capacity": "author"}
      """;

  static final String MILESTONE =
      """
      {"milestone": "2027"}
      """;

  static final String LINK =
      """
      {"relation": "DEPENDS_ON", "target": "new-office"}
      """;

  static final String STAGE =
      """
      {"stage": "adopted", "maturity": "draft"}
      """;

  static final String WITHDRAWAL =
      """
      {"reason": "The water authority does it itself."}
      """;

  static final String RESTORATION =
      """
      {"reason": "It is ours after all."}
      """;

  private Examples() {}
}
