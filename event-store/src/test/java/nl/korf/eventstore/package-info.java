/**
 * The event store against real PostgreSQL, each claim with a control run that shows it can fail.
 */
@NullMarked
package nl.korf.eventstore;

import org.jspecify.annotations.NullMarked;
