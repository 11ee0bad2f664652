/** Folders, locks and the embedded PostgreSQL, killed and started again. */
@NullMarked
package nl.korf.service.host;

import org.jspecify.annotations.NullMarked;
