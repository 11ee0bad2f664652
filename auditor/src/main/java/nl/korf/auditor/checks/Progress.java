package nl.korf.auditor.checks;

/** Told how far a long work has come. */
public interface Progress {

  /** Nobody looks. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(long facts) {}

        @Override
        public void done() {}
      };

  /** So many facts are done. */
  void at(long facts);

  /** The work is done. */
  void done();
}
