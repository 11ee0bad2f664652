package nl.korf.service.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.service.mandates.AskedTerms;
import nl.korf.service.mandates.GrantMandate;
import nl.korf.service.mandates.SubMandate;
import nl.korf.service.powers.AttributePower;
import nl.korf.service.powers.RegisterPower;
import org.jspecify.annotations.Nullable;

/** Powers and the mandates that carry them down, from the minister to a project officer. */
final class Ladder {

  static final PowerId ESTATE = new PowerId("p-vastgoed");
  static final PowerId LEASES = new PowerId("p-huur");
  static final PowerId WORKS = new PowerId("p-werken");
  static final PowerId SERVICES = new PowerId("p-diensten");
  static final PowerId SUPPLIES = new PowerId("p-leveringen");
  static final PowerId OPERATIONS = new PowerId("p-bedrijfsvoering");

  static final MandateId M_SG = new MandateId("m-sg");
  static final MandateId M_TRANSACTIONS = new MandateId("m-directeur-transacties");
  static final MandateId M_PROJECTS = new MandateId("m-directeur-projecten");
  static final MandateId M_PROJECTS_NEW = new MandateId("m-directeur-projecten-2025");
  static final MandateId M_LEASES = new MandateId("m-projectbevoegde-huur");
  static final MandateId M_WORKS = new MandateId("m-projectbevoegde-werken");
  static final MandateId M_WORKS_NEW = new MandateId("m-projectbevoegde-werken-2025");
  static final MandateId M_JUNIOR = new MandateId("m-medewerker-projecten");
  static final MandateId M_OPERATIONS_SG = new MandateId("m-sg-bedrijfsvoering");
  static final MandateId M_OPERATIONS = new MandateId("m-directeur-bedrijfsvoering");
  static final MandateId M_TEAM = new MandateId("m-teammanager-bedrijfsvoering");

  private final Script script;
  private final Cast cast;

  Ladder(Script script, Cast cast) {
    this.script = script;
    this.cast = cast;
  }

  void powers(Instant at) {
    power(at, ESTATE, null, "Vastgoedzaken", "Estate matters", null);
    power(at, LEASES, ESTATE, "Huren en verhuren", "Lease and let", "huur");
    power(at, WORKS, ESTATE, "Werken laten uitvoeren", "Commission works", "werken");
    power(at, SERVICES, ESTATE, "Diensten afnemen", "Buy services", "diensten");
    power(at, SUPPLIES, ESTATE, "Leveringen afnemen", "Buy supplies", "leveringen");
    power(at, OPERATIONS, null, "Bedrijfsvoering", "Operations", "verplichtingen");
    script.registrar(
        at,
        new RegisterPower(
            new PowerId("p-onteigening"),
            LocalizedText.of("Onteigenen", "Expropriate"),
            null,
            null,
            List.of(new Flagged(PowerFlag.RESERVED, LegalReference.cited("voorbeeld"))),
            null));
    LegalReference basis =
        LegalReference.cited("Instellingsbesluit Rijksvastgoeddienst (voorbeeld)");
    script.registrar(at, new AttributePower(ESTATE, Cast.MINISTER, basis));
    script.registrar(at, new AttributePower(OPERATIONS, Cast.MINISTER, basis));
  }

  /** The first ladder: amounts excluding VAT for estate, including VAT for operations. */
  void first(Instant at) {
    estate(at);
    operations(at);
  }

  private void estate(Instant at) {
    PersonId sg = cast.person("sg");
    List<Limit> most = limits(25_000_000, 25_000_000, 10_000_000, 10_000_000);
    List<Limit> transactions = limits(5_000_000, 0, 130_000, 130_000);
    List<Limit> projects = limits(0, 5_000_000, 2_000_000, 2_000_000);
    List<Limit> leases = List.of(limit("huur", 600_000, VatBasis.EXCLUSIVE));
    List<Limit> small = limits(0, 50_000, 25_000, 25_000);
    PersonId director = cast.person("transacties");
    PersonId officer = cast.person("werken-1");
    grant(at, M_SG, ESTATE, 3, most);
    sub(at, M_TRANSACTIONS, M_SG, sg, Cast.R_SG, Cast.R_TRANSACTIONS, null, 2, transactions);
    sub(at, M_PROJECTS, M_SG, sg, Cast.R_SG, Cast.R_PROJECTS, null, 2, projects);
    sub(
        at,
        M_LEASES,
        M_TRANSACTIONS,
        director,
        Cast.R_TRANSACTIONS,
        Cast.R_LEASES,
        LEASES,
        0,
        leases);
    works(at, M_WORKS, M_PROJECTS);
    sub(at, M_JUNIOR, M_WORKS, officer, Cast.R_WORKS, Cast.R_JUNIOR, null, 0, small);
  }

  private void operations(Instant at) {
    PersonId sg = cast.person("sg");
    PersonId director = cast.person("bedrijfsvoering");
    List<Limit> most = List.of(limit("verplichtingen", 10_000_000, VatBasis.INCLUSIVE));
    List<Limit> less = List.of(limit("verplichtingen", 2_000_000, VatBasis.INCLUSIVE));
    List<Limit> team = List.of(limit("verplichtingen", 30_000, VatBasis.INCLUSIVE));
    grant(at, M_OPERATIONS_SG, OPERATIONS, 2, most);
    sub(at, M_OPERATIONS, M_OPERATIONS_SG, sg, Cast.R_SG, Cast.R_OPERATIONS, null, 1, less);
    sub(at, M_TEAM, M_OPERATIONS, director, Cast.R_OPERATIONS, Cast.R_TEAM, null, 0, team);
  }

  /** The director of projects gets a narrower mandate, and passes it on again. */
  void anew(Instant at) {
    sub(
        at,
        M_PROJECTS_NEW,
        M_SG,
        cast.person("sg"),
        Cast.R_SG,
        Cast.R_PROJECTS,
        null,
        2,
        limits(0, 2_000_000, 1_000_000, 1_000_000));
    works(at.plusSeconds(3_600), M_WORKS_NEW, M_PROJECTS_NEW);
  }

  private void works(Instant at, MandateId id, MandateId parent) {
    sub(
        at,
        id,
        parent,
        cast.person("projecten"),
        Cast.R_PROJECTS,
        Cast.R_WORKS,
        null,
        1,
        limits(0, 600_000, 75_000, 75_000));
  }

  private void power(
      Instant at,
      PowerId id,
      @Nullable PowerId parent,
      String nl,
      String en,
      @Nullable String category) {
    script.registrar(
        at, new RegisterPower(id, LocalizedText.of(nl, en), parent, category, null, null));
  }

  private void grant(Instant at, MandateId id, PowerId power, int depth, List<Limit> limits) {
    AskedTerms terms = terms(Cast.R_MINISTER, Cast.R_SG, power, depth, limits);
    script.person(at, cast.person("minister"), new GrantMandate(id, terms, decree(id), null, null));
  }

  private void sub(
      Instant at,
      MandateId id,
      MandateId parent,
      PersonId by,
      RoleId grantor,
      RoleId holder,
      @Nullable PowerId power,
      int depth,
      List<Limit> limits) {
    AskedTerms terms = terms(grantor, holder, power, depth, limits);
    script.person(at, by, new SubMandate(id, parent, terms, decree(id), null, null, null));
  }

  private static AskedTerms terms(
      RoleId grantor, RoleId holder, @Nullable PowerId power, int depth, List<Limit> limits) {
    return new AskedTerms(
        MandateKind.PROXY,
        List.of(MandateKind.AUTHORISATION),
        null,
        Cast.MINISTER,
        Party.of(grantor),
        Party.of(holder),
        power,
        null,
        limits,
        null,
        null,
        null,
        null,
        depth > 0 ? SubMandating.YES : SubMandating.NO,
        depth,
        null,
        null,
        LegalReference.cited("Mandaatbesluit Rijksvastgoeddienst 2023 (voorbeeld)"),
        null);
  }

  /**
   * The document of a grant: invented like everything here, and this is the whole of its text, so
   * that anybody can take the hash again.
   */
  static WrittenRecord decree(MandateId id) {
    return document("Mandaatbesluit Rijksvastgoeddienst 2023 (voorbeeld): " + id + ".", id);
  }

  /** The document of a revocation, likewise. */
  static WrittenRecord withdrawal(MandateId id) {
    return document("Intrekkingsbesluit Rijksvastgoeddienst 2025 (voorbeeld): " + id + ".", id);
  }

  private static WrittenRecord document(String text, MandateId id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new WrittenRecord(HexFormat.of().formatHex(hash), "voorbeeld/" + id);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Per category, excluding VAT; nothing for a category without an amount. */
  private static List<Limit> limits(long leases, long works, long services, long supplies) {
    return java.util.stream.Stream.of(
            limit("huur", leases, VatBasis.EXCLUSIVE),
            limit("werken", works, VatBasis.EXCLUSIVE),
            limit("diensten", services, VatBasis.EXCLUSIVE),
            limit("leveringen", supplies, VatBasis.EXCLUSIVE))
        .filter(limit -> limit.amount() != null && limit.amount().minor() > 0)
        .toList();
  }

  private static Limit limit(String category, long euro, VatBasis vat) {
    return Limit.perAct(category, Amount.euro(euro, vat), Bound.INCLUSIVE);
  }
}
