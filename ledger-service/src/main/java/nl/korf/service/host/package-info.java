/**
 * Korf on somebody's machine: the command line, the folder a ledger lives in, the embedded
 * PostgreSQL in it, and which parts of Korf are at work in this process.
 *
 * <p>Promises that a folder is used by one process at a time, that an example ledger and a real one
 * never mix, that what a killed process left behind is stopped and started anew, and that the
 * database waits for the disk. It knows nothing of decisions; {@link nl.korf.service} wires it to
 * the application.
 */
@NullMarked
package nl.korf.service.host;

import org.jspecify.annotations.NullMarked;
