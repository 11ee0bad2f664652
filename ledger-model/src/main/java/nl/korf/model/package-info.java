/** Owned elsewhere. */
@NullMarked
package nl.korf.model;

import org.jspecify.annotations.NullMarked;
