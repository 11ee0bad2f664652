/** Decision rounds, what was said in them, and who may answer. */
@NullMarked
package nl.korf.projections.rounds;

import org.jspecify.annotations.NullMarked;
