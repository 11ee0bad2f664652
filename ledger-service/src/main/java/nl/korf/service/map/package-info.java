/**
 * The map of the whole: who may decide what and what is being decided, at any moment, in one
 * picture that is the same for everybody. Owns the columns that browsers draw it from, the picture
 * for who has no scripts, and the table. Promises that all of it follows from the ledger at one
 * position. Refuses to know who looks; names of persons are apart from all that, kept by nobody.
 */
@NullMarked
package nl.korf.service.map;

import org.jspecify.annotations.NullMarked;
