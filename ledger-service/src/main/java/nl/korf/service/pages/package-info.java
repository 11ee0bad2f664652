/**
 * Pages for people, rendered here, readable without scripts: the whole as of any position and date,
 * and one page for each group, initiative and mandate. They read the read models and change
 * nothing.
 */
@NullMarked
package nl.korf.service.pages;

import org.jspecify.annotations.NullMarked;
