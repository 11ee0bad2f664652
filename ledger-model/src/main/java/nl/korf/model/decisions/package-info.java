/**
 * What may become of a decision after it was taken, and what its life looks like at any instant.
 *
 * <p>Pure: rules answer with the reasons why not, all at once. The same folding gives the rows of
 * the read model; what another decision does to this one is intersected where it is read.
 */
@NullMarked
package nl.korf.model.decisions;

import org.jspecify.annotations.NullMarked;
