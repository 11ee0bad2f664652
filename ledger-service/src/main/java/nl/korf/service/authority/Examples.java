package nl.korf.service.authority;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String CHECK =
      """
      {"person": "p-officer", "power": "leases", "kind": "PROXY",
       "value": {"category": "lease", "times": 5, "each": {"minor": 2000000, "currency": "EUR", "vat": "EXCLUSIVE"}}}
      """;

  static final String COMPARISON =
      """
      {"person": "p-officer", "at": 20, "power": "leases", "kind": "PROXY",
       "value": {"category": "lease", "times": 5, "each": {"minor": 2000000, "currency": "EUR", "vat": "EXCLUSIVE"}}}
      """;

  static final String SEARCH =
      """
      {"power": "leases", "kind": "PROXY",
       "value": {"category": "lease", "times": 5, "each": {"minor": 2000000, "currency": "EUR", "vat": "EXCLUSIVE"}}, "limit": 50}
      """;

  private Examples() {}
}
