/**
 * People who take part: in facts a random identifier and nothing else; name and address in the
 * directory, an erasable table that no rule, tally or tag reads.
 */
@NullMarked
package nl.korf.service.people;

import org.jspecify.annotations.NullMarked;
