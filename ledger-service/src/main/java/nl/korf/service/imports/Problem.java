package nl.korf.service.imports;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something in a folder that stands in the way of importing it.
 *
 * @param kind problems of one kind are printed together
 * @param file within the folder
 * @param line from 1, the header; 0: the file as a whole
 * @param column its name in the file, or null: the line as a whole
 * @param value what stands there, or null
 * @param what is wrong
 * @param todo how to put it right
 */
record Problem(
    Kind kind,
    String file,
    long line,
    @Nullable String column,
    @Nullable String value,
    String what,
    String todo) {

  /** Kinds of problems, in the order in which it helps to solve them. */
  enum Kind {
    MAPPING,
    FILE,
    ENCODING,
    SYNTAX,
    HEADER,
    MISSING_VALUE,
    FORM,
    WORD,
    DUPLICATE,
    REFERENCE,
    CYCLE,
    ORDER
  }

  /** Longest value printed, in characters. */
  private static final int VALUE_MAX = 80;

  static final Comparator<Problem> IN_ORDER =
      Comparator.comparing(Problem::kind)
          .thenComparing(Problem::file)
          .thenComparingLong(Problem::line);

  /** Where it is: {@code memberships.csv:12, column from}. */
  String place() {
    String place = line == 0 ? file : file + ":" + line;
    return column == null ? place : place + ", column " + column;
  }

  /** What stands there, on one line and not too long; null where nothing does. */
  @Nullable String shownValue() {
    return value == null ? null : shortened(value);
  }

  @Override
  public String toString() {
    String shown = value == null ? "" : " '" + shortened(value) + "'";
    return place() + ":" + shown + " " + what + "; " + todo;
  }

  private static String shortened(String text) {
    String oneLine = text.replaceAll("\\R", " ");
    return oneLine.length() <= VALUE_MAX ? oneLine : oneLine.substring(0, VALUE_MAX) + "…";
  }
}
