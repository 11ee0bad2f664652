/** Programmes, and the initiatives in them, as the read models hold them. */
@NullMarked
package nl.korf.projections.programmes;

import org.jspecify.annotations.NullMarked;
