/**
 * The ledger itself over HTTP: every fact in order as stored, what ledger this is and how far it
 * has come, and its read models with their rebuilds.
 *
 * <p>Gives what is there, byte for byte; decides nothing.
 */
@NullMarked
package nl.korf.service.log;

import org.jspecify.annotations.NullMarked;
