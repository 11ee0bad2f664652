package nl.korf.service.groups;

/** Bodies that the description of the API shows; a test sends them, in one story. */
final class Examples {

  static final String GROUP =
      """
      {"group": "dike-team", "name": {"nl": "Dijkteam", "en": "Dike team"}, "kind": "working group",
       "organisation": "waterboard", "answersTo": ["housing"], "purpose": "Safe dikes in the north."}
      """;

  static final String NAME =
      """
      {"name": {"nl": "Team Dijken", "en": "Team Dikes"}}
      """;

  static final String MOVE =
      """
      {"parent": "housing"}
      """;

  static final String KIND =
      """
      {"kind": "committee"}
      """;

  static final String ARCHIVAL =
      """
      {"reason": "The work rests until spring."}
      """;

  static final String RESTORATION =
      """
      {"reason": "It is spring."}
      """;

  static final String DISSOLUTION =
      """
      {"reason": "The dikes are safe."}
      """;

  static final String MEMBER =
      """
      {"person": "p-lead", "capacity": "lead"}
      """;

  static final String DEPARTURE =
      """
      {"person": "p-lead", "capacity": "lead", "reason": "Moves to another team."}
      """;

  private Examples() {}
}
