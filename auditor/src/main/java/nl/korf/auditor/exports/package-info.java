/**
 * Exports of a ledger ({@code docs/audit-format.md}), from a folder, a zip file or an address, read
 * as a stream. What stands in them is believed to be hostile: every length has a limit, and what
 * cannot be read is told with its place, never thrown at a reader as a stack trace.
 */
@NullMarked
package nl.korf.auditor.exports;

import org.jspecify.annotations.NullMarked;
