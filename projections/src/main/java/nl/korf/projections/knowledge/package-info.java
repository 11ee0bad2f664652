/**
 * What the rules may ask, answered from the read models: the same questions an auditor's replay
 * answers by folding facts, and the same answers.
 */
@NullMarked
package nl.korf.projections.knowledge;

import org.jspecify.annotations.NullMarked;
