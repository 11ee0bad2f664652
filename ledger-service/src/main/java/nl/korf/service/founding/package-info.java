/**
 * How a ledger comes to be and is put together: schema, founding, engine, commands, read models.
 *
 * <p>Promises that a ledger is founded once, at position 1, before any other fact; that its URN and
 * whether it is an example never change; and that it only runs on a database that waits for the
 * disk. Knows the parts, not what they decide.
 */
@NullMarked
package nl.korf.service.founding;

import org.jspecify.annotations.NullMarked;
