/**
 * The example ledger of {@code korf demo}: an invented national estate service, its mandate ladder,
 * a dozen working groups of several invented organisations, some sixty initiatives over three
 * years, and a story: a lease that is too long for a project officer, a revocation upstream, a
 * decision under the new mandate.
 *
 * <p>Nobody and nothing in it exists; every name says so. It is told through the ledger's ordinary
 * commands at moments of its own, always the same from one seed, so it also shows that the rules
 * let it pass. Amounts are of the size of those in published mandate decrees.
 */
@NullMarked
package nl.korf.service.example;

import org.jspecify.annotations.NullMarked;
