/** Small worlds of facts for tests of the rules: who holds what, built fact by fact. */
@NullMarked
package nl.korf.model.worlds;

import org.jspecify.annotations.NullMarked;
