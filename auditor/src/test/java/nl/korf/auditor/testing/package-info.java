/**
 * Exports written by the tests from facts of {@code ledger-model}, by {@code docs/audit-format.md}
 * and with nothing of the auditor's own: trees by the recursive definition, headers through the
 * library for canonical JSON.
 */
@NullMarked
package nl.korf.auditor.testing;

import org.jspecify.annotations.NullMarked;
