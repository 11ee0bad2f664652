/**
 * The language of the ledger: identifiers, values and the rules that hold without a database.
 *
 * <p>Everything here is pure: no clock, no I/O, no framework. What a word means is in the glossary
 * ({@code docs/glossary.md}); one word per idea, here, in JSON, in SQL and in addresses.
 */
@NullMarked
package nl.korf.model;

import org.jspecify.annotations.NullMarked;
