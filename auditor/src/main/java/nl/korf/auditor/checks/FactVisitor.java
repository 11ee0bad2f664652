package nl.korf.auditor.checks;

import nl.korf.auditor.exports.FactLine;

/** Follows the facts of an export as they are read, in order. */
public interface FactVisitor {

  /**
   * A fact that could be read.
   *
   * @param line the fact, only until the next one
   * @param header its header, only until the next one
   * @param leafHash its leaf in the tree, only until the next one
   */
  void fact(FactLine line, Header header, byte[] leafHash);

  /** A fact whose leaf is not known; from here on nothing can be said about the tree. */
  default void unreadable() {}

  /** Before the first fact. */
  default void begin() {}

  /** All facts were read. */
  default void end() {}
}
