package nl.korf.model.money;

/** Whether an amount includes value-added tax; amounts on different bases are never compared. */
public enum VatBasis {
  INCLUSIVE,
  EXCLUSIVE,
  /** The act is not taxed, or the source states no basis; compares only with the same. */
  UNSTATED
}
