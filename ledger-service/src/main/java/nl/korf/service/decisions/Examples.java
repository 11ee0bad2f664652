package nl.korf.service.decisions;

/** Bodies that the routes take; a test sends them, in one story. */
final class Examples {

  static final String DECISION =
      """
      {"decision": "lease-north", "initiative": "new-office", "title": {"nl": "Huur kantoor Noord", "en": "Lease office North"},
       "act": {"power": "leases", "kind": "PROXY", "value": {"category": "lease", "times": 5,
               "each": {"minor": 2000000, "currency": "EUR", "vat": "EXCLUSIVE"}}},
       "expiresAt": "2099-01-01T00:00:00Z", "reviewAt": "2098-01-01T00:00:00Z",
       "supersedes": [{"decision": "lease-south", "revives": true}],
       "motivation": "The team has outgrown the office in the south."}
      """;

  static final String OF_INITIATIVE =
      """
      {"title": {"nl": "Huur vergaderzaal", "en": "Lease meeting room"},
       "act": {"power": "leases", "kind": "PROXY", "value": {"category": "lease",
               "each": {"minor": 100000, "currency": "EUR", "vat": "EXCLUSIVE"}}},
       "motivation": "For the meetings of one season."}
      """;

  static final String SUPERSESSION =
      """
      {"successor": "lease-north", "revives": false}
      """;

  static final String REPEAL =
      """
      {"reason": "The owner withdrew the offer.", "legalBasis": "Awb 10:7"}
      """;

  static final String REVIEW =
      """
      {"result": "REAFFIRMED", "nextReviewAt": "2098-06-01T00:00:00Z",
       "reason": "The office still fits."}
      """;

  static final String RATIFICATION =
      """
      {"reason": "The lease was needed, and is taken for the account of the minister."}
      """;

  static final String DISSENT =
      """
      {"text": "The office is too far from the station."}
      """;

  private Examples() {}
}
