package nl.korf.service.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hash of the shared view at a position: two who have the same saw the same.
 *
 * @param hash hexadecimal
 */
record ViewHashDocument(
    long position, @Nullable Instant recordedAt, int viewVersion, String hash) {}
