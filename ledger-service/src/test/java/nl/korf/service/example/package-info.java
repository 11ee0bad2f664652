/** Tests of the example ledger: the story is told to its end, and the same every time. */
@NullMarked
package nl.korf.service.example;

import org.jspecify.annotations.NullMarked;
