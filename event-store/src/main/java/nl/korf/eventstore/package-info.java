/** Owned elsewhere. */
@NullMarked
package nl.korf.eventstore;

import org.jspecify.annotations.NullMarked;
