/**
 * The shared view as rows: what the ledger knows, in canonical form, with the time in which each
 * row is in force.
 *
 * <p>The read models store these rows, the view hash covers them, and an auditor's replay makes
 * them again from the facts alone. Two axes: a row is known from the position of a fact, and in
 * force over a half-open interval of effective time.
 */
@NullMarked
package nl.korf.model.view;

import org.jspecify.annotations.NullMarked;
