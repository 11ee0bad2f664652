package nl.korf.model.facts;

import java.time.Instant;
import nl.korf.model.Imported;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says about a fact beside the fact itself.
 *
 * @param position place in the ledger, gap-free from 1
 * @param recordedAt when the ledger took it, assigned by the appender, never falling
 * @param effectiveAt when it holds in the world
 * @param actor who acted: {@code person:…}, {@code registrar:…} or {@code system:…}
 * @param onBehalfOf the body or group acted for
 * @param commandId the command that brought it about
 * @param cause the position of the fact that led to the command
 * @param imported source and findings, for imported history
 */
public record Envelope(
    long position,
    Instant recordedAt,
    Instant effectiveAt,
    String actor,
    @Nullable String onBehalfOf,
    @Nullable String commandId,
    @Nullable String cause,
    @Nullable Imported imported) {}
