/** Reads initiatives, the people in them and the relations between them. */
@NullMarked
package nl.korf.projections.initiatives;

import org.jspecify.annotations.NullMarked;
