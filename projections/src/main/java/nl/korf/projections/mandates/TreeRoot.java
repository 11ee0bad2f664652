package nl.korf.projections.mandates;

import nl.korf.model.MandateId;

/** Where a tree begins, and how many levels are read from there, itself included. */
public record TreeRoot(MandateId mandate, int levels) {}
