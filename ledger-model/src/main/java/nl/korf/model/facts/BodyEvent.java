package nl.korf.model.facts;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Facts about organisations and administrative authorities. */
public sealed interface BodyEvent extends Fact {

  /** The register an organisation's identifier comes from. */
  enum Register {
    /** Thesauri en Ontologieën voor Overheidsinformatie. */
    TOOI,
    /** Organisatie-identificatienummer, 20 digits. */
    OIN,
    /** Chamber of Commerce number, 8 digits. */
    KVK,
    /** None known: only for imported history and example ledgers, and shown as such. */
    LOCAL
  }

  /** An identifier in a register; it survives a change of name. */
  record RegisterNumber(Register register, String number) {}

  /** A body was registered. */
  record BodyRegistered(
      @Open @Tagged("body") BodyId body,
      @Open LocalizedText name,
      @Open RegisterNumber identifier,
      @Open String kind,
      @Open @Nullable BodyId parent,
      @Open @Nullable LegalReference legalBasis)
      implements BodyEvent {}

  /** A body goes by another name; its identifier stays. */
  record BodyRenamed(@Open @Tagged("body") BodyId body, @Open LocalizedText name)
      implements BodyEvent {}

  /** A body ceased to exist. */
  record BodyDissolved(@Open @Tagged("body") BodyId body, @Open @Nullable LegalReference legalBasis)
      implements BodyEvent {}
}
