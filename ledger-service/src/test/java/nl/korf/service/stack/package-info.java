/**
 * A ledger on the real stack for tests: PostgreSQL, event store, command side, read models; without
 * HTTP.
 */
@NullMarked
package nl.korf.service.stack;

import org.jspecify.annotations.NullMarked;
