/**
 * Merkle trees by RFC 9162: roots, tiles, proofs. Written from the standards, not from the ledger
 * that made the trees, and with nothing but the JDK: whoever doubts the ledger need not trust its
 * code.
 */
@NullMarked
package nl.korf.auditor.tree;

import org.jspecify.annotations.NullMarked;
