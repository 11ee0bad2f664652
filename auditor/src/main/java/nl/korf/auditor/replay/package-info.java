/**
 * What the facts mean, computed again from an export alone by the rules and the view code of {@code
 * ledger-model}, which the ledger computes with too: the view and its hash at any position, every
 * verdict on competence, every outcome of a round.
 */
@NullMarked
package nl.korf.auditor.replay;

import org.jspecify.annotations.NullMarked;
