package nl.korf.model.facts;

/** A fact in its place. */
public record RecordedFact(Envelope envelope, Fact fact) {

  public long position() {
    return envelope.position();
  }
}
