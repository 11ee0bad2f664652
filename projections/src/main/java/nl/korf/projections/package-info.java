/** Owned elsewhere. */
@NullMarked
package nl.korf.projections;

import org.jspecify.annotations.NullMarked;
