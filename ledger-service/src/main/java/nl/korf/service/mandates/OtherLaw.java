package nl.korf.service.mandates;

import nl.korf.model.invariants.RuleSet;

/** A law beside the Awb, as a bean: {@code korf.law} can then name it. */
public record OtherLaw(RuleSet rules) {}
