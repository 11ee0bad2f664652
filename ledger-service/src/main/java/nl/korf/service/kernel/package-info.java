/**
 * The way of a command: sourced, decided, appended under the condition that nothing it rested on
 * has changed, answered with its position.
 *
 * <p>A feature writes a {@link nl.korf.service.kernel.Verb} per use case and lists it in its {@link
 * nl.korf.service.kernel.Feature}; {@link nl.korf.service.kernel.Commands} runs it. The kernel
 * promises: facts are durable when the receipt is there; everything a verb loaded through its
 * {@link nl.korf.service.kernel.Boundary} was still true at the position where its facts landed; a
 * command id leads to facts at most once; a refusal rests on a head read while the request was
 * being handled. It knows no feature and no address.
 */
@NullMarked
package nl.korf.service.kernel;

import org.jspecify.annotations.NullMarked;
