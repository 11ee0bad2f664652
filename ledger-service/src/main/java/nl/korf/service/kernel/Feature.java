package nl.korf.service.kernel;

import java.util.List;

/** A package of verbs; one per feature package, a Spring component, found by its type. */
public interface Feature {

  /** The verbs of the package, in the order a person would use them. */
  List<Verb<?>> verbs();
}
