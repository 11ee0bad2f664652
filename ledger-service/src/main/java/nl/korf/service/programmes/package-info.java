/**
 * Programmes: initiatives of several organisations, brought together for a year by the group that
 * keeps the programme. Their own round is opened like any other; this package says whether a
 * programme runs and who takes part.
 */
@NullMarked
package nl.korf.service.programmes;

import org.jspecify.annotations.NullMarked;
