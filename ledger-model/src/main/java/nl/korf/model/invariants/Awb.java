package nl.korf.model.invariants;

import java.util.List;
import nl.korf.model.Refusal;
import nl.korf.model.mandates.MandateTerms;

/** Title 10.1 of the Dutch General Administrative Law Act (text of 2015), as a set of rules. */
public final class Awb {

  /** What may be granted; also the findings of imported history. */
  private static final List<Invariant> TERMS =
      List.of(
          new Invariant("M1", Refusal.PRINCIPAL_LACKS_POWER, HierarchyRules::principalHoldsPower),
          new Invariant("M1", Refusal.POWER_DELEGATED, DelegationRules::notDelegatedAway),
          new Invariant("M2", Refusal.GRANTOR_NOT_HOLDER, HierarchyRules::grantorHoldsParent),
          new Invariant("M2", Refusal.PRINCIPAL_DIFFERS, HierarchyRules::samePrincipal),
          new Invariant("M3", Refusal.SUB_MANDATE_NOT_ALLOWED, HierarchyRules::parentAllows),
          new Invariant("M3", Refusal.TOO_DEEP, HierarchyRules::withinDepth),
          new Invariant("M4", Refusal.KIND_WIDER, ReachRules::kindWithin),
          new Invariant("M4", Refusal.POWER_WIDER, ReachRules::powerWithin),
          new Invariant("M4", Refusal.SCOPE_WIDER, ReachRules::scopeWithin),
          new Invariant("M5", Refusal.AMOUNTS_NOT_STATED, LimitRules::amountsStated),
          new Invariant("M5", Refusal.CATEGORY_NOT_HELD, LimitRules::categoryHeld),
          new Invariant("M5", Refusal.LIMITS_NOT_COMPARABLE, LimitRules::comparable),
          new Invariant("M5", Refusal.LIMIT_WIDER, LimitRules::limitWithin),
          new Invariant("M6", Refusal.PERIOD_EMPTY, ReachRules::periodNotEmpty),
          new Invariant("M6", Refusal.PERIOD_WIDER, ReachRules::periodWithin),
          new Invariant("M8", Refusal.PARENT_NOT_EFFECTIVE, HierarchyRules::parentEffective),
          new Invariant("M10", Refusal.POWER_MAY_NOT_PASS, HierarchyRules::powerMayPass),
          new Invariant("10:13", Refusal.DELEGATE_NOT_A_BODY, DelegationRules::toABody),
          new Invariant("10:13", Refusal.DELEGATION_STANDS_ALONE, DelegationRules::standsAlone),
          new Invariant("10:14", Refusal.DELEGATE_SUBORDINATE, DelegationRules::notToSubordinates),
          new Invariant("10:15", Refusal.DELEGATION_WITHOUT_BASIS, DelegationRules::hasLegalBasis),
          new Invariant("10:16", Refusal.DELEGATION_CONDITIONED, DelegationRules::onlyPolicy),
          new Invariant("M16", Refusal.SELF_GRANT, HierarchyRules::notToOneself),
          new Invariant("M16", Refusal.HOLDER_UPSTREAM, HierarchyRules::notUpstream));

  /** Who grants, when, and in what form. */
  private static final List<Invariant> ACTS =
      List.of(
          new Invariant("M1", Refusal.NOT_THE_PRINCIPAL, GrantorRules::actsAsPrincipal),
          new Invariant("M2", Refusal.GROUP_DECIDES, GrantorRules::groupDecided),
          new Invariant("M2", Refusal.GROUP_DECISION_USED, GrantorRules::groupDecisionUnused),
          new Invariant("M2", Refusal.NOT_THE_HOLDER, GrantorRules::actsAsHolder),
          new Invariant("M12", Refusal.RECORD_MISSING, FormRules::inWriting),
          new Invariant("M18", Refusal.BACKDATED, ReachRules::notBackdated));

  /** Title 10.1 under the name {@code awb}. */
  public static final RuleSet RULES =
      new RuleSet("awb", TERMS, ACTS, Consents::awb, MandateTerms::general);

  private Awb() {}
}
