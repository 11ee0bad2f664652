package nl.korf.service.rounds;

import nl.korf.model.Party;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One voice that is asked for at opening.
 *
 * @param weight null: 1
 * @param onBehalfOf for whom the person answers, where it is not for themselves; needed for whoever
 *     is no member of the group
 */
public record AskedElector(PersonId person, @Nullable Integer weight, @Nullable Party onBehalfOf) {}
