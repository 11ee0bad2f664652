/**
 * Notices: who was told of which fact and why, and who follows what.
 *
 * <p>Promises that what is told of a fact is stored in one transaction with how far the facts are
 * told and with the work of the channels, so that none is lost and none told twice; and that who
 * was told, and who was not, can be said from what is stored. Refuses to know how a channel reaches
 * anybody ({@link nl.korf.service.notices.Courier}), and what a page looks like.
 */
@NullMarked
package nl.korf.service.notices;

import org.jspecify.annotations.NullMarked;
