package nl.korf.service.imports;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String BATCH =
      """
      {"facts": [{"set": "archive", "source": "groups.csv:2", "key": "old-team", "type": "GroupFormed", "version": "1",
        "payload": {"group": "old-team", "name": {"nl": "Oud team"}, "kind": "team", "answersTo": []},
        "effectiveAt": "2015-01-01T00:00:00Z", "findings": []}]}
      """;

  static final String PEOPLE =
      """
      {"set": "archive", "ids": ["17"], "names": ["Voorbeeldpersoon 17"]}
      """;

  static final String REFERENCES =
      """
      {"set": "archive", "keys": ["group/old-team", "person/17"]}
      """;

  private Examples() {}
}
