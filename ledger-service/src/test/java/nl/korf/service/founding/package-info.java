/** How a ledger is put together, tried with several processes on one database. */
@NullMarked
package nl.korf.service.founding;

import org.jspecify.annotations.NullMarked;
