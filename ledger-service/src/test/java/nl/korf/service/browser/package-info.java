/**
 * The pages as people meet them: the whole application, the example ledger, and a real browser.
 * Says what every page owes to everybody (WCAG 2.2 AA, 320 pixels, no scripts, keyboard alone) and
 * walks the ways that matter most.
 */
@NullMarked
package nl.korf.service.browser;

import org.jspecify.annotations.NullMarked;
