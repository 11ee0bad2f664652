/**
 * What a rule may ask about the world, at one position and one instant: who holds which role, what
 * a mandate says, which body holds a power. The rules in {@code competence} and {@code invariants}
 * see nothing else, so the gate of a command, a read model and an auditor's replay can each give
 * them the same world.
 */
@NullMarked
package nl.korf.model.knowledge;

import org.jspecify.annotations.NullMarked;
