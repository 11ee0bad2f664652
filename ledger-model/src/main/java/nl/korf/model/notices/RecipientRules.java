package nl.korf.model.notices;

import java.util.Set;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.notices.Reason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a fact by their place in the ledger: grantors and holders of the chain, members of
 * the groups it touches, proposer, stakeholders, electors and objectors, whoever is named, and
 * roles that audit. Whoever acted is not told by their place: they know. Whoever another recorded
 * an act for is told that.
 *
 * @param auditors roles whose holders hear every fact about mandates, directives and ratifications
 *     (EZ 2015 art. 19(2))
 * @param unused kinds of reason that are left out; none, but where it is tested what they are for
 */
public record RecipientRules(Set<RoleId> auditors, Set<Kind> unused) {

  public RecipientRules {
    auditors = Set.copyOf(auditors);
    unused = Set.copyOf(unused);
  }

  /** All rules, with these roles as auditors. */
  public RecipientRules(Set<RoleId> auditors) {
    this(auditors, Set.of());
  }

  /** The same without one kind of reason. */
  public RecipientRules without(Kind kind) {
    return new RecipientRules(auditors, Set.of(kind));
  }

  /** Everybody to be told of a fact, in the world as it is known with it. */
  public Recipients of(RecordedFact recorded, Relations world) {
    Collector told = new Collector(world, unused);
    PersonId actor = Doers.actor(recorded.envelope().actor());
    doer(recorded.fact(), actor, told);
    affected(recorded.fact(), new Circles(told));
    if (audited(recorded.fact())) {
      auditors.stream()
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .forEach(role -> told.party(Kind.AUDITOR, "role:" + role, Party.of(role)));
    }
    return told.recipients(actor);
  }

  private static void doer(Fact fact, @Nullable PersonId actor, Collector told) {
    PersonId doer = Doers.of(fact);
    if (doer != null && !doer.equals(actor)) {
      told.person(Kind.RECORDED_AS_YOURS, "fact:" + FactTypes.nameOf(fact), doer);
    }
  }

  private static void affected(Fact fact, Circles circles) {
    switch (fact) {
      case LedgerEvent _ -> {}
      case PeopleEvent event -> registered(event, circles);
      case BodyEvent event -> OrganisationRules.affected(event, circles);
      case RoleEvent event -> OrganisationRules.affected(event, circles);
      case GroupEvent event -> OrganisationRules.affected(event, circles);
      case PowerEvent event -> MandateRules.affected(event, circles);
      case MandateEvent event -> MandateRules.affected(event, circles);
      case InitiativeEvent event -> WorkRules.affected(event, circles);
      case ProgrammeEvent event -> WorkRules.affected(event, circles);
      case DecisionEvent event -> DecidingRules.affected(event, circles);
      case RuleEvent event -> DecidingRules.affected(event, circles);
      case RoundEvent event -> DecidingRules.affected(event, circles);
      case DirectiveEvent event -> DecidingRules.affected(event, circles);
    }
  }

  private static void registered(PeopleEvent event, Circles circles) {
    switch (event) {
      case PersonRegistered registered ->
          circles.told().person(Kind.NAMED, "person:" + registered.person(), registered.person());
    }
  }

  private static boolean audited(Fact fact) {
    return fact instanceof MandateEvent
        || fact instanceof DirectiveEvent
        || fact instanceof DecisionRatified;
  }
}
