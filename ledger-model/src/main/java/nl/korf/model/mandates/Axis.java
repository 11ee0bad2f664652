package nl.korf.model.mandates;

import java.util.List;
import java.util.Locale;

/** The axes of a scope beside the power itself. */
public enum Axis {
  UNIT,
  TERRITORY,
  SUBJECT,
  CASE;

  public List<String> of(Scope scope) {
    return switch (this) {
      case UNIT -> scope.units();
      case TERRITORY -> scope.territories();
      case SUBJECT -> scope.subjects();
      case CASE -> scope.cases();
    };
  }

  /** Whether what is named lies within what is named above; an empty list says nothing. */
  public boolean within(List<String> named, List<String> above) {
    return named.isEmpty() || above.isEmpty() || above.containsAll(named);
  }

  /** As people and problem details name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
