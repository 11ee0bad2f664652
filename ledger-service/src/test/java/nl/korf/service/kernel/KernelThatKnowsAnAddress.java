package nl.korf.service.kernel;

import nl.korf.service.web.Fault;

/** What must not be: the control of the architecture test. */
public final class KernelThatKnowsAnAddress {

  private KernelThatKnowsAnAddress() {}

  public static Fault fault() {
    return Fault.MISSING;
  }
}
