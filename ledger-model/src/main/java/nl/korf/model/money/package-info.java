/** Amounts, limits and the value of an act, in minor units, with their VAT basis (rule M5). */
@NullMarked
package nl.korf.model.money;

import org.jspecify.annotations.NullMarked;
