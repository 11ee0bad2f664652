package nl.korf.model.mandates;

/** What kind of power to act is given. */
public enum MandateKind {
  /** Mandaat: public-law decisions in the principal's name (Awb 10:1). */
  MANDATE,
  /** Delegatie: the power itself passes (Awb 10:13). */
  DELEGATION,
  /** Volmacht: private-law acts (Awb 10:12). */
  PROXY,
  /** Machtiging: other acts (Awb 10:12). */
  AUTHORISATION,
  /** Ondertekeningsmandaat: the body decided, another signs, whatever the amount (Awb 10:11). */
  SIGNATURE
}
