/**
 * The authority check: was this person competent for this act? It walks every mandate the person
 * can use up to its root, holds the act against each link, and gives a verdict with its proof.
 *
 * <p>Pure: no clock, no store. Predicates are named values; the one that failed is named in the
 * proof and has its own {@link nl.korf.model.Refusal}.
 */
@NullMarked
package nl.korf.model.competence;

import org.jspecify.annotations.NullMarked;
