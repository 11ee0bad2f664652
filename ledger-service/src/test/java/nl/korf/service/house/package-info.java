/**
 * Holds the house itself to what its papers promise: tidy sources, a README whose commands exist,
 * decisions that are numbered and indexed, a container description that names real settings, and
 * the script {@code ./korf}. Knows the project's files, not its classes. Every check comes with a
 * control that shows it can fail.
 */
@NullMarked
package nl.korf.service.house;

import org.jspecify.annotations.NullMarked;
