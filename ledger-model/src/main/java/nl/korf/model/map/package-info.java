/**
 * Where everything stands on the map of the whole. Owns the layout: a pure function of the births
 * in a ledger, the same on every machine. Promises that siblings never overlap, that children lie
 * inside their parent, and that a newcomer moves nobody until it finds its container full; then
 * everything is packed anew, at the position of that birth, the epoch. Refuses to know what a node
 * means, what state it is in, and who looks.
 */
@NullMarked
package nl.korf.model.map;

import org.jspecify.annotations.NullMarked;
