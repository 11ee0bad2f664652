package nl.korf.model.rules;

/** What a majority is counted against, in weight. */
public enum Base {
  /** Yes and no. */
  YES_AND_NO,
  /** Every ballot: yes, no and abstentions. */
  BALLOTS,
  /** The whole electorate, whoever answered. */
  ELECTORATE
}
