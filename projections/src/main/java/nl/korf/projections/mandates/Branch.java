package nl.korf.projections.mandates;

import java.time.Instant;
import nl.korf.model.MandateId;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in a tree.
 *
 * @param parent the one above it in the tree; null: the tree begins here
 * @param since when it begins in the world
 * @param below how many hang from it directly, in the tree or not
 */
public record Branch(MandateId mandate, @Nullable MandateId parent, Instant since, int below) {}
