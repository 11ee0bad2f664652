/**
 * How a group decides: rules as data, versioned, frozen into a round when it opens. Values only;
 * the outcome under a rule is computed in {@code nl.korf.model.rounds}.
 */
@NullMarked
package nl.korf.model.rules;

import org.jspecify.annotations.NullMarked;
