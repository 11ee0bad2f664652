/**
 * Real PostgreSQL for tests of this and other modules. It promises a database of its own to every
 * caller; it knows neither Axon nor the domain.
 */
@NullMarked
package nl.korf.eventstore.testing;

import org.jspecify.annotations.NullMarked;
