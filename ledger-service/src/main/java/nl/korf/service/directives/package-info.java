/**
 * Stepping in from above, in the open: directives issued, extended, answered and lifted. It keeps
 * the rule that nobody steps in without standing above, a legal basis, a reason and an end; what a
 * directive in force stands in the way of is asked by whoever decides ({@link
 * nl.korf.service.entities.StandingDirectives}). There is no private directive.
 */
@NullMarked
package nl.korf.service.directives;

import org.jspecify.annotations.NullMarked;
