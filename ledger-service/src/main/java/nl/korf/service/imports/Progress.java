package nl.korf.service.imports;

/** Told how far an import is, and asked whether it is to go on; from one thread. */
interface Progress {

  /** What it does now. */
  void phase(String what);

  /** It begins to record so many facts. */
  void begin(long facts);

  /**
   * A batch was recorded.
   *
   * @param facts of the batch
   * @param tally of all so far
   */
  void advance(long facts, ImportReport.Tally tally);

  /** It records no more, whatever the reason. */
  void end();

  /** Whether the next batch is to be recorded; what is under way is finished either way. */
  default boolean goesOn() {
    return true;
  }

  /** Nothing is shown. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void phase(String what) {}

      @Override
      public void begin(long facts) {}

      @Override
      public void advance(long facts, ImportReport.Tally tally) {}

      @Override
      public void end() {}
    };
  }
}
