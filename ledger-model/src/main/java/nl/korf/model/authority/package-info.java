/**
 * Who may decide what: the act in question, the check over mandate chains, its verdict and proof.
 *
 * <p>Used by the gate of a command, by the authority check and by an auditor's replay: one rule,
 * one answer.
 */
@NullMarked
package nl.korf.model.authority;

import org.jspecify.annotations.NullMarked;
