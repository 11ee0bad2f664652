/**
 * What a person sees of their notices and subscriptions: the inbox, what they follow, why they were
 * told or not, as pages and as addresses; the count and the button on other pages.
 *
 * <p>Promises that everybody sees only their own, that every reason is said in words in both
 * languages, and that a page works without scripts. Refuses to know who is to be told.
 */
@NullMarked
package nl.korf.service.inbox;

import org.jspecify.annotations.NullMarked;
