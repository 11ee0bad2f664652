/**
 * What is seen at once: tells every page that is open, as server-sent events, which facts came. A
 * fact is told when the read models show it, so that whoever looks again sees it. Everybody is told
 * the same, encoded once: identifiers, kinds and states, no text and nothing personal. A reader
 * that is slow or gone holds up nobody but itself.
 */
@NullMarked
package nl.korf.service.live;

import org.jspecify.annotations.NullMarked;
