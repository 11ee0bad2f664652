package nl.korf.projections.mandates;

import nl.korf.model.BodyId;

/** A body in whose name mandates are there, and how many. */
public record Principal(BodyId body, long mandates) {}
