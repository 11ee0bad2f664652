/**
 * The facts a ledger can hold: one sealed family per feature, past tense, immutable.
 *
 * <p>A fact says what somebody did, never what follows from it: expiry, cascades and reminders are
 * derived. Every component is classified {@link nl.korf.model.facts.Open}, {@link
 * nl.korf.model.facts.Restricted} or {@link nl.korf.model.facts.Personal}; a component that is not
 * fails the build. Stored names and versions are in {@link nl.korf.model.facts.FactTypes}.
 */
@NullMarked
package nl.korf.model.facts;

import org.jspecify.annotations.NullMarked;
