/**
 * The pyramid meter: how much is still decided through the neck of a pyramid. Owns what its figures
 * mean, the page, the charts, the address and the table. Promises that every figure follows from
 * the ledger at one position, about one instant. Refuses to judge: no figure is good or bad by
 * itself.
 */
@NullMarked
package nl.korf.service.meter;

import org.jspecify.annotations.NullMarked;
