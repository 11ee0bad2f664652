package nl.korf.service.directives;

/** Bodies that the description of the API shows; a test sends them. */
final class Examples {

  static final String ISSUE =
      """
      {
        "directive": "hold-1",
        "type": "HOLD",
        "target": "initiative:new-office",
        "issuer": "role:r-minister",
        "legalBasis": {"text": "Awb art. 10:6"},
        "reason": "The budget is not settled yet.",
        "by": "p-minister"
      }
      """;

  static final String EXTEND =
      """
      {"reason": "The budget is settled next week.", "by": "p-minister"}
      """;

  static final String ANSWER =
      """
      {"text": "The lease ends before that; we ask to be heard.", "by": "p-lead"}
      """;

  static final String LIFT =
      """
      {"reason": "The budget is settled.", "by": "p-minister"}
      """;

  private Examples() {}
}
