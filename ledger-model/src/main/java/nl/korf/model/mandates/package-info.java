/**
 * What a mandate says, and the rules that hold between a mandate and the one it hangs from: no path
 * ever grants more than its root (M1 to M8, M13, M16 to M18; Awb title 10.1).
 */
@NullMarked
package nl.korf.model.mandates;

import org.jspecify.annotations.NullMarked;
