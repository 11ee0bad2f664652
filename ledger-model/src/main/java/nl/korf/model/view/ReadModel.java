package nl.korf.model.view;

/** The read models the view is made of; each follows the log on its own. */
public enum ReadModel {
  PEOPLE,
  BODIES,
  ROLES,
  GROUPS,
  POWERS,
  MANDATES,
  INITIATIVES,
  DECISIONS,
  RULES,
  ROUNDS,
  DIRECTIVES,
  PROGRAMMES
}
