/**
 * The history that can be proved: a tree of hashes over all facts, its tiles and signed
 * checkpoints, witnesses, proofs, exports, and the erasure of personal parts.
 *
 * <p>Promises that every fact is read again and hashed anew before it is signed, by code that
 * shares nothing with what wrote it; that nothing is signed after a difference was found; that
 * every checkpoint is consistent with the last one signed, also after an older database was put
 * back. The formats are those of {@code docs/audit-format.md}. Knows rows and bytes, not what facts
 * mean.
 */
@NullMarked
package nl.korf.service.audit;

import org.jspecify.annotations.NullMarked;
