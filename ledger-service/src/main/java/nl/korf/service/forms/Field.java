package nl.korf.service.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a form asks for; the name is that of the JSON member it becomes. */
sealed interface Field {

  /** Most rows of a list in a form; the API takes more. */
  int ROWS_MAX = 50;

  String name();

  /** Whether the command cannot do without. */
  boolean required();

  /** How a single value is asked for. */
  enum Kind {
    LINE,
    TEXT,
    NUMBER,
    /** An instant, asked for in Dutch time. */
    MOMENT,
    /** A duration, asked for in days. */
    DAYS,
    CHOICE,
    YES_NO,
    /** A person, role, group or body. */
    PARTY,
    /** The identifier of something in the ledger. */
    REFERENCE
  }

  /** How the members of a group stand together. */
  enum Shape {
    PLAIN,
    /** A text in two languages. */
    LANGUAGES,
    /** An amount: asked for in whole units with decimals, sent in minor units. */
    MONEY
  }

  /**
   * A single value.
   *
   * @param type of the value, for choices and references
   */
  record One(String name, boolean required, Kind kind, @Nullable Class<?> type) implements Field {

    List<String> choices() {
      if (type == null || !type.isEnum()) {
        return List.of();
      }
      return List.of(type.getEnumConstants()).stream()
          .map(constant -> ((Enum<?>) constant).name())
          .toList();
    }
  }

  /** Several values that belong together. */
  record Group(String name, boolean required, Shape shape, List<Field> members) implements Field {

    public Group {
      members = List.copyOf(members);
    }
  }

  /** Any number of the same; {@code each} has no name of its own. */
  record Many(String name, boolean required, Field each) implements Field {}
}
