package nl.korf.model.invariants;

import nl.korf.model.MandateId;
import nl.korf.model.mandates.MandateTerms;
import org.jspecify.annotations.Nullable;

/**
 * A mandate somebody wants to grant.
 *
 * @param parent the mandate it is passed on from (sub-mandate), or null: straight from the body
 *     that holds the power
 */
public record Grant(MandateId mandate, @Nullable MandateId parent, MandateTerms terms) {}
