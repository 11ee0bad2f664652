/**
 * What is checked of an export: every fact by itself, all of them as a tree, tiles, checkpoints and
 * their signatures, times, one export against another. Everything found goes into {@link
 * nl.korf.auditor.checks.Findings}; the checks go on where they can, so that all that is wrong is
 * told at once.
 */
@NullMarked
package nl.korf.auditor.checks;

import org.jspecify.annotations.NullMarked;
