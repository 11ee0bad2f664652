/** Reads the people of a ledger: random identifiers; the directory alone knows names. */
@NullMarked
package nl.korf.projections.people;

import org.jspecify.annotations.NullMarked;
