/** Reads bodies: organisations and administrative authorities, with their register numbers. */
@NullMarked
package nl.korf.projections.bodies;

import org.jspecify.annotations.NullMarked;
