package nl.korf.service.mandates;

/** Bodies of requests as the description of the interface shows them, on the example ledger. */
final class MandateExamples {

  static final String GRANT =
      """
      {"mandate": "m-voorbeeld",
       "record": {"sha256": "abababababababababababababababababababababababababababababababab", "reference": "voorbeeld/m-voorbeeld"},
       "terms": {"kind": "PROXY", "principal": "minister-vgr", "grantor": "role:r-minister",
         "holder": "role:r-sg", "power": "p-diensten", "subMandating": "YES", "maxDepth": 1,
         "limits": [{"category": "diensten", "unlimited": false, "bound": "INCLUSIVE", "span": "PER_ACT",
           "amount": {"minor": 10000000, "currency": "EUR", "vat": "EXCLUSIVE"}}]}}\
      """;

  static final String PASS_ON =
      """
      {"mandate": "m-voorbeeld-onder",
       "record": {"sha256": "abababababababababababababababababababababababababababababababab", "reference": "voorbeeld/m-voorbeeld-onder"},
       "terms": {"holder": "role:r-directeur-bedrijfsvoering",
         "limits": [{"category": "diensten", "unlimited": false, "bound": "INCLUSIVE", "span": "PER_ACT",
           "amount": {"minor": 5000000, "currency": "EUR", "vat": "EXCLUSIVE"}}]}}\
      """;

  static final String NARROW =
      """
      {"reason": "Voorbeeld: minder ruimte in de begroting.",
       "limits": [{"category": "diensten", "unlimited": false, "bound": "INCLUSIVE", "span": "PER_ACT",
         "amount": {"minor": 2500000, "currency": "EUR", "vat": "EXCLUSIVE"}}]}\
      """;

  static final String SUSPEND =
      """
      {"reason": "Voorbeeld: onderzoek naar een inkoop."}\
      """;

  static final String LIFT =
      """
      {"reason": "Voorbeeld: onderzoek afgerond."}\
      """;

  static final String REVOKE =
      """
      {"reason": "Voorbeeld: anders ingericht.", "legalBasis": "Awb art. 10:8",
       "record": {"sha256": "abababababababababababababababababababababababababababababababab", "reference": "voorbeeld/intrekking"}}\
      """;

  static final String ACCEPT =
      """
      {"party": "role:r-adviseur-water", "reason": "Past bij mijn werk."}\
      """;

  static final String DECLINE =
      """
      {"party": "body:waterschap-de-meent", "reason": "Daar is nu geen ruimte voor."}\
      """;

  static final String PUBLISH =
      """
      {"reference": "voorbeeldblad 2026, 1"}\
      """;

  private MandateExamples() {}
}
