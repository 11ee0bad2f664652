/** Directives, and the replies to them, as the read models hold them. */
@NullMarked
package nl.korf.projections.directives;

import org.jspecify.annotations.NullMarked;
