package nl.korf.service.imports;

import java.util.List;

/** What was sent cannot be taken as a folder; nothing of it is kept. */
final class UploadRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Why {
    NOTHING_SENT,
    TOO_MANY_FILES,
    TOO_LARGE,
    SEVERAL_ARCHIVES,
    NO_ARCHIVE,
    OUTSIDE_THE_FOLDER,
    NAME_UNFIT,
    NAME_TWICE,
    SEVERAL_FOLDERS,
    SET_UNNAMED
  }

  private final Why why;
  private final transient List<Object> values;

  /**
   * Refuses.
   *
   * @param values for the sentence that says so
   */
  UploadRefused(Why why, Object... values) {
    super(why + " " + List.of(values));
    this.why = why;
    this.values = List.of(values);
  }

  Why why() {
    return why;
  }

  Object[] values() {
    return values.toArray();
  }
}
