/** Reads functions and appointments: who held which role, at any position and instant. */
@NullMarked
package nl.korf.projections.roles;

import org.jspecify.annotations.NullMarked;
