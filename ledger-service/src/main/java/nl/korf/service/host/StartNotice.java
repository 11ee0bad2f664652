package nl.korf.service.host;

import java.util.List;

/** Something to tell the person at the terminal once, when the ledger has started. */
@FunctionalInterface
public interface StartNotice {

  /** The lines to print; none when there is nothing to tell this time. */
  List<String> lines();
}
