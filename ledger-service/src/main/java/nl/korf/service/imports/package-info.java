/**
 * Taking history into the ledger: a folder of CSV files becomes imported facts.
 *
 * <p>A folder is read whole and checked whole before anything is recorded ({@link
 * nl.korf.service.imports.ImportFolder}); what is wrong is told at once, with file, line and
 * column. What passes is a plan: facts with the time they hold, the row they come from and an id
 * that follows from that row, so that repeating continues. The plan goes through the ledger's own
 * commands ({@code RecordImportedFact}); rules are held against each fact and what they find is
 * stored beside it, never a reason to refuse (rule M18).
 *
 * <p>Which columns mean what is data, not code: the ledger's own tables are in {@code
 * docs/import-format.md}, other folders bring a mapping, and the mappings of the known public sets
 * are resources of this package. It knows no set by name.
 */
@NullMarked
package nl.korf.service.imports;

import org.jspecify.annotations.NullMarked;
