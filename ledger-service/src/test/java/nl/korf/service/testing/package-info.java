/** The application as a test sees it: started whole, on a database of its own, asked over HTTP. */
@NullMarked
package nl.korf.service.testing;

import org.jspecify.annotations.NullMarked;
