/**
 * Reads all that the map of the whole shows, as known at one position, about all times. Refuses to
 * know where things stand on it and what they look like.
 */
@NullMarked
package nl.korf.projections.map;

import org.jspecify.annotations.NullMarked;
