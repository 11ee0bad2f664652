/**
 * Stepping in from above: who may issue which directive on what, and what a directive in force
 * stands in the way of. Pure; knows nobody but the parties it is asked about.
 */
@NullMarked
package nl.korf.model.directives;

import org.jspecify.annotations.NullMarked;
