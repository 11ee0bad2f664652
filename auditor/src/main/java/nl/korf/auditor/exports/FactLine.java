package nl.korf.auditor.exports;

/** A line of facts as it was last read; the next line overwrites it. */
public final class FactLine {

  private final Text header = new Text();
  private final Text payload = new Text();
  private final Text metadata = new Text();
  private final Text personal = new Text();
  private final Text salt = new Text();
  long position;
  boolean hasPersonal;
  boolean erased;
  boolean withheld;

  public long position() {
    return position;
  }

  public Text header() {
    return header;
  }

  public Text payload() {
    return payload;
  }

  public Text metadata() {
    return metadata;
  }

  /** Whether the personal part is given. */
  public boolean hasPersonal() {
    return hasPersonal;
  }

  public Text personal() {
    return personal;
  }

  /** The salt of the personal part, in hexadecimal. */
  public Text salt() {
    return salt;
  }

  /** Whether the export says that the personal part was erased. */
  public boolean erased() {
    return erased;
  }

  /** Whether the export says that it leaves the personal part out. */
  public boolean withheld() {
    return withheld;
  }
}
