package nl.korf.service.rounds;

/** Bodies that the routes take, in the order in which a test sends them: one story. */
final class Examples {

  static final String RULE =
      """
      {"rule": "housing-majority", "group": "housing-team",
       "name": {"nl": "Meerderheid in een week", "en": "Majority within a week"},
       "spec": {"rule": "MAJORITY", "period": "P7D", "quorum": {"num": 1, "den": 2},
                "base": "YES_AND_NO", "strict": true, "reasonRequired": false,
                "mustAgree": ["person:person-3"], "vetoers": ["role:legal-counsel"],
                "castingVoteWindow": "P2D"}}
      """;

  static final String RULE_VERSION =
      """
      {"name": {"nl": "Meerderheid in twee weken", "en": "Majority within two weeks"},
       "spec": {"rule": "MAJORITY", "period": "P14D", "quorum": {"num": 1, "den": 2},
                "base": "YES_AND_NO", "strict": true}}
      """;

  static final String RETIREMENT =
      """
      {"reason": "The team decides by consent from now on."}
      """;

  static final String PREVIEW =
      """
      {"spec": {"rule": "SUPERMAJORITY", "period": "P7D", "threshold": {"num": 2, "den": 3}},
       "electorate": [{"person": "person-1"}, {"person": "person-2"}, {"person": "person-3"}],
       "ballots": [{"person": "person-1", "choice": "YES"}, {"person": "person-2", "choice": "YES"},
                   {"person": "person-3", "choice": "NO"}]}
      """;

  static final String ROUND =
      """
      {"round": "housing-plan-vote", "group": "housing-team", "initiative": "housing-plan",
       "textVersion": 1, "rule": {"rule": "housing-majority", "version": 1}, "stage": "adopted",
       "electorate": [{"person": "person-1"}, {"person": "person-2", "weight": 2},
                      {"person": "person-4", "onBehalfOf": "body:neighbouring-town"}],
       "castingVote": "person-1"}
      """;

  static final String BALLOT =
      """
      {"choice": "YES", "textVersion": 1, "reason": "It fits what we said last year.",
       "by": "person-1"}
      """;

  static final String CASTING_VOTE =
      """
      {"choice": "YES", "by": "person-1"}
      """;

  static final String ADVICE =
      """
      {"adviser": "role:legal-counsel", "stance": "FOR", "text": "No objections in law.",
       "by": "person-3"}
      """;

  static final String AGREEMENT =
      """
      {"party": "person:person-3", "agrees": true, "by": "person-3"}
      """;

  static final String VETO =
      """
      {"party": "role:legal-counsel", "reason": "The lease has no term.", "by": "person-3"}
      """;

  static final String RECUSAL =
      """
      {"legalBasis": {"text": "Awb 2:4"}, "reason": "My sister lives in the street.", "by": "person-2"}
      """;

  static final String OBJECTION =
      """
      {"objection": "no-term",
       "claims": {"harmsPurpose": true, "limitsRole": true, "causedByProposal": true,
                  "certainOrNoTimeToAdapt": true, "breaksRule": false},
       "reason": "Without a term we cannot plan the move.", "by": "person-2"}
      """;

  static final String OBJECTION_TEST =
      """
      {"sustained": true, "by": "person-1"}
      """;

  static final String INTEGRATION =
      """
      {"by": "person-2"}
      """;

  static final String OBJECTION_WITHDRAWAL =
      """
      {"reason": "The term is in the annex.", "by": "person-2"}
      """;

  static final String WITHDRAWAL =
      """
      {"reason": "The plan is changed first.", "by": "person-1"}
      """;

  private Examples() {}
}
