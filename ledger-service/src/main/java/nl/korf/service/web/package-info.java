/**
 * What every address has in common, by the NLGov REST API Design Rules 2.2: versions, problem
 * documents (RFC 9457), the two axes {@code ?at=} and {@code ?on=}, caching, paging, and {@code
 * Idempotency-Key}.
 *
 * <p>A feature's routes take a {@link nl.korf.service.web.Submission} to send commands and an
 * {@code AsOf} to read, and throw what is wrong; this package makes the answers uniform. It knows
 * no feature.
 */
@NullMarked
package nl.korf.service.web;

import org.jspecify.annotations.NullMarked;
