/**
 * Who may decide this: the authority check, its record, and the gate of a decision.
 *
 * <p>Every check leaves one row, a refusal included; the row holds the references (position,
 * instant, act, path) from which the verdict can be reached again. A row is no fact: it changes
 * nothing in the ledger, and no rule reads it.
 */
@NullMarked
package nl.korf.service.authority;

import org.jspecify.annotations.NullMarked;
