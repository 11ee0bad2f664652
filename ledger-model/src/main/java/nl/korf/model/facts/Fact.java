package nl.korf.model.facts;

/** Something that was accepted into the ledger: what somebody did, immutable, in the past tense. */
public sealed interface Fact
    permits LedgerEvent,
        PeopleEvent,
        BodyEvent,
        RoleEvent,
        GroupEvent,
        PowerEvent,
        MandateEvent,
        InitiativeEvent,
        DecisionEvent,
        RuleEvent,
        RoundEvent,
        DirectiveEvent,
        ProgrammeEvent {}
