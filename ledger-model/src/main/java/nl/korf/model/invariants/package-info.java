/**
 * What must hold when a mandate is granted, passed on, narrowed or ended: rules M1 to M8, M13 and
 * M16 to M18 as named values, each with its article and its refusal. Their sum: no path of mandates
 * ever grants more than its root.
 *
 * <p>The same values refuse an act of the ledger and write the findings of imported history.
 */
@NullMarked
package nl.korf.model.invariants;

import org.jspecify.annotations.NullMarked;
