/**
 * Mandates (Awb title 10.1): granted, passed on, narrowed, suspended, revoked. The rules are in
 * {@code nl.korf.model.invariants}; here each verb sources what they ask. What follows below a
 * mandate is derived, never stored.
 */
@NullMarked
package nl.korf.service.mandates;

import org.jspecify.annotations.NullMarked;
