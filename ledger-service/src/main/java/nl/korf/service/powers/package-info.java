/**
 * The taxonomy of powers (bevoegdheden) and the bodies that hold them by attribution: where every
 * mandate begins.
 */
@NullMarked
package nl.korf.service.powers;

import org.jspecify.annotations.NullMarked;
