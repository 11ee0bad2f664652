/** Reads groups, how they nest, and who was a member when. */
@NullMarked
package nl.korf.projections.groups;

import org.jspecify.annotations.NullMarked;
