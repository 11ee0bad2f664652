/**
 * Organisations and administrative authorities: each with an identifier from a register (TOOI, OIN
 * or KvK) that survives a change of name. None can be stored without; {@code LOCAL} is for imported
 * history and example ledgers only.
 */
@NullMarked
package nl.korf.service.bodies;

import org.jspecify.annotations.NullMarked;
