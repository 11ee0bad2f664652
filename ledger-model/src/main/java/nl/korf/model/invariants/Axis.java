package nl.korf.model.invariants;

import java.util.List;
import java.util.Locale;
import nl.korf.model.mandates.Scope;

/** The axes of a scope beside the power itself. */
enum Axis {
  UNIT,
  TERRITORY,
  SUBJECT,
  CASE;

  List<String> of(Scope scope) {
    return switch (this) {
      case UNIT -> scope.units();
      case TERRITORY -> scope.territories();
      case SUBJECT -> scope.subjects();
      case CASE -> scope.cases();
    };
  }

  /** Whether what is named lies within what is named above; an empty list says nothing. */
  boolean within(List<String> named, List<String> above) {
    return named.isEmpty() || above.isEmpty() || above.containsAll(named);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
