package nl.korf.model.money;

/** Whether an amount includes value-added tax; amounts on different bases are never compared. */
public enum VatBasis {
  INCLUSIVE(" incl. VAT"),
  EXCLUSIVE(" excl. VAT"),
  /** The act is not taxed, or the source states no basis; compares only with the same. */
  UNSTATED("");

  private final String written;

  VatBasis(String written) {
    this.written = written;
  }

  String written() {
    return written;
  }
}
