/**
 * What the ledger does by itself when a moment has come: it closes rounds, by a command like any
 * other. A timer decides nothing: the outcome of a round follows from its facts, so one that is
 * late, early, lost or there twice changes nothing but when the outcome is written down.
 */
@NullMarked
package nl.korf.service.timers;

import org.jspecify.annotations.NullMarked;
