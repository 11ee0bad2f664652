/**
 * The ledger as a whole over HTTP: what it is, every fact as stored, how far the read models have
 * come. For replay, for operators, and for whoever wants to compare what they see.
 */
@NullMarked
package nl.korf.service.ledger;

import org.jspecify.annotations.NullMarked;
