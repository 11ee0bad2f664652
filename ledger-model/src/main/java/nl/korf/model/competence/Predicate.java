package nl.korf.model.competence;

import java.util.List;
import java.util.Optional;
import nl.korf.model.Refusal;

/**
 * One thing that must hold of a path for an act.
 *
 * @param name as a proof names it
 * @param refusal how a command is refused when it fails; carries the rule and its article
 */
record Predicate(String name, Refusal refusal, Test test) {

  /** Asks the predicate of a path. */
  @FunctionalInterface
  interface Test {
    Outcome of(Path path, Question question);
  }

  /** All of them, in the order in which a proof names the first that does not hold. */
  static final List<Predicate> ALL =
      List.of(
          new Predicate("chain-known", Refusal.CHAIN_BROKEN, ChainRules::chainKnown),
          new Predicate("power-covered", Refusal.POWER_NOT_COVERED, ReachRules::powerCovered),
          new Predicate("kind-covered", Refusal.KIND_NOT_COVERED, ReachRules::kindCovered),
          new Predicate("same-principal", Refusal.OTHER_PRINCIPAL, ChainRules::samePrincipal),
          new Predicate("works-by-itself", Refusal.NOT_BY_ITSELF, ChainRules::worksByItself),
          new Predicate("not-revoked", Refusal.MANDATE_REVOKED, ChainRules::notRevoked),
          new Predicate("not-expired", Refusal.MANDATE_EXPIRED, ChainRules::notExpired),
          new Predicate("not-suspended", Refusal.MANDATE_SUSPENDED, ChainRules::notSuspended),
          new Predicate("consented", Refusal.CONSENT_AWAITED, ChainRules::consented),
          new Predicate("not-declined", Refusal.CONSENT_WITHHELD, ChainRules::notDeclined),
          new Predicate("begun", Refusal.MANDATE_NOT_BEGUN, ChainRules::begun),
          new Predicate(
              "rooted-in-attribution", Refusal.ROOT_WITHOUT_POWER, ChainRules::rootedInPower),
          new Predicate("not-delegated", Refusal.DELEGATED_AWAY, ChainRules::notDelegated),
          new Predicate(
              "granted-by-holder", Refusal.GRANTOR_DID_NOT_HOLD, ChainRules::grantedByHolder),
          new Predicate(
              "allowed-to-pass-on", Refusal.PASSED_ON_WITHOUT_LEAVE, ChainRules::allowedToPassOn),
          new Predicate("within-depth", Refusal.CHAIN_TOO_DEEP, ChainRules::withinDepth),
          new Predicate("power-may-pass", Refusal.RESERVED_POWER, ReachRules::powerMayPass),
          new Predicate("not-own-decision", Refusal.OWN_DECISION, ReachRules::notOwnDecision),
          new Predicate("not-own-proposal", Refusal.OWN_PROPOSAL, ReachRules::notOwnProposal),
          new Predicate("within-scope", Refusal.OUTSIDE_SCOPE, ReachRules::withinScope),
          new Predicate("not-excluded", Refusal.EXCLUDED, ExclusionRules::notExcluded),
          new Predicate("value-stated", Refusal.COMPETENCE_UNKNOWN, MoneyRules::valueStated),
          new Predicate(
              "category-granted", Refusal.CATEGORY_NOT_GRANTED, MoneyRules::categoryGranted),
          new Predicate("within-limit", Refusal.OVER_LIMIT, MoneyRules::withinLimit),
          new Predicate("within-cap", Refusal.OVER_CAP, MoneyRules::withinCap),
          new Predicate(
              "conditions-met", Refusal.SUBJECT_TO_CONDITIONS, ConditionRules::conditionsMet));

  static Optional<Predicate> named(String name) {
    return ALL.stream().filter(predicate -> predicate.name.equals(name)).findFirst();
  }
}
