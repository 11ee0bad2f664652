/**
 * Ledgers for tests of read models: facts put straight into a database, by hand or by chance. Knows
 * neither commands nor rules, so it can hold what no command would write.
 */
@NullMarked
package nl.korf.projections.testing;

import org.jspecify.annotations.NullMarked;
