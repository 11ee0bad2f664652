package nl.korf.service.notices;

import java.time.Instant;
import java.util.UUID;
import nl.korf.model.PersonId;

/**
 * A notice that is to be told by a channel beside the inbox. Position, person, channel and target
 * together say which: the same one twice is the same delivery.
 *
 * @param target a webhook's subscription; empty where the channel has one address a person
 * @param subscription the one it follows from; of several for one target, the first made
 * @param language in which it is told, {@code nl} or {@code en}
 * @param dueAt when: at once, or with the next summary
 */
public record Delivery(
    long position,
    PersonId person,
    Channel channel,
    String target,
    UUID subscription,
    Cadence cadence,
    String language,
    Instant dueAt) {}
