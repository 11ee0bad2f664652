package nl.korf.service.web;

import org.jspecify.annotations.Nullable;

/** The body of a request that says no more than why. */
public record ReasonGiven(@Nullable String reason) {}
