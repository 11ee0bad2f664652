/** Who asks, tried over HTTP as a browser and as a client. */
@NullMarked
package nl.korf.service.identity;

import org.jspecify.annotations.NullMarked;
