/**
 * Who asks: API tokens, signed-in browsers, the people of a demo; and who a person is, in a
 * directory that can be erased.
 *
 * <p>Promises that a token is kept only as a hash and shown once, that a revoked token ends its
 * sessions too, and that in a demo nobody but this machine is answered. Facts hold the random id of
 * a person, never what is kept here.
 */
@NullMarked
package nl.korf.service.identity;

import org.jspecify.annotations.NullMarked;
