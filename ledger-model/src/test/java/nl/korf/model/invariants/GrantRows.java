package nl.korf.model.invariants;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.korf.model.Refusal;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.invariants.Grant.Form;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;

/** A row for each way in which a grant is refused; each is wrong in that one way only. */
final class GrantRows {

  static final Limit HUNDRED = Limit.perAct("works", excl(100), Bound.INCLUSIVE);
  static final Instant DAY_9 = World.START.plus(Duration.ofDays(9));

  private GrantRows() {}

  /**
   * A grant under {@code parent} (null: straight from the minister) by {@code actor}.
   *
   * @param above how the secretary-general's mandate m-1 differs from an ordinary one
   */
  record Row(
      Refusal refusal,
      String actor,
      boolean root,
      UnaryOperator<World> world,
      UnaryOperator<Terms> above,
      Terms terms,
      Form form) {

    Row(
        Refusal refusal,
        String actor,
        boolean root,
        UnaryOperator<World> world,
        UnaryOperator<Terms> above,
        Terms terms) {
      this(refusal, actor, root, world, above, terms, Form.by(World.RECORD));
    }

    @Override
    public String toString() {
      return refusal.code();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
            roots(),
            hierarchy(),
            MoreGrantRows.groups(),
            depth(),
            reach(),
            money(),
            MoreGrantRows.delegations())
        .flatMap(List::stream);
  }

  private static List<Row> roots() {
    return List.of(
        root(Refusal.NOT_THE_PRINCIPAL, "dirk", toSg(), world -> world),
        root(
            Refusal.PRINCIPAL_LACKS_POWER,
            "mia",
            toSg().power("parks"),
            world -> world.power("parks", null)),
        root(
            Refusal.POWER_MAY_NOT_PASS,
            "mia",
            toSg().power("rules"),
            world -> world.power("rules", "estate", PowerFlag.BINDING_REGULATION)),
        root(Refusal.SELF_GRANT, "mia", Terms.of("role:minister", "person:mia"), world -> world),
        root(Refusal.AMOUNTS_NOT_STATED, "mia", toSg().silentOnAmounts(), world -> world),
        root(Refusal.BACKDATED, "mia", toSg().from(World.START), world -> world),
        root(Refusal.PERIOD_EMPTY, "mia", toSg().from(DAY_9).until(DAY_9), world -> world),
        root(Refusal.MANDATE_ID_TAKEN, "mia", toSg(), world -> world.grant("m-9", toSg().build())),
        root(Refusal.MANDATE_UNKNOWN, "mia", toSg().facetOf("m-404"), world -> world),
        root(Refusal.PERSON_UNKNOWN, "mia", to("person:nobody"), world -> world),
        root(Refusal.ROLE_UNKNOWN, "mia", to("role:nobody"), world -> world),
        root(Refusal.GROUP_UNKNOWN, "mia", to("group:nobody"), world -> world),
        root(Refusal.BODY_UNKNOWN, "mia", to("body:nobody"), world -> world));
  }

  private static List<Row> hierarchy() {
    return List.of(
        sub(Refusal.NOT_THE_HOLDER, "dirk", toOfficer(), above -> above),
        sub(
            Refusal.GRANTOR_NOT_HOLDER,
            "sam",
            Terms.of("person:sam", "role:officer"),
            above -> above),
        new Row(
            Refusal.PRINCIPAL_DIFFERS,
            "sam",
            false,
            GrantRows::withAgency,
            above -> above,
            toOfficer().principal("agency")),
        sub(
            Refusal.SUB_MANDATE_NOT_ALLOWED,
            "sam",
            toOfficer(),
            above -> above.subMandating(SubMandating.NO, 1)),
        sub(
            Refusal.SUB_MANDATE_NOT_ALLOWED,
            "sam",
            toOfficer(),
            above -> above.subMandating(SubMandating.UNSPECIFIED, 1)));
  }

  private static List<Row> depth() {
    return List.of(
        sub(Refusal.TOO_DEEP, "sam", toOfficer(), above -> above.subMandating(SubMandating.YES, 0)),
        sub(
            Refusal.PARENT_NOT_EFFECTIVE,
            "sam",
            toOfficer(),
            above -> above.nature(Nature.ON_APPOINTMENT)),
        new Row(
            Refusal.PARENT_NOT_EFFECTIVE,
            "sam",
            false,
            world -> world.suspend("m-1"),
            above -> above,
            toOfficer()),
        new Row(
            Refusal.SELF_GRANT,
            "sam",
            false,
            world -> world.appoint("sam", "officer"),
            above -> above,
            toOfficer()),
        sub(Refusal.HOLDER_UPSTREAM, "sam", Terms.of("role:sg", "role:minister"), above -> above),
        sub(Refusal.HOLDER_UPSTREAM, "sam", Terms.of("role:sg", "body:minister"), above -> above));
  }

  private static List<Row> reach() {
    return List.of(
        sub(
            Refusal.KIND_WIDER,
            "sam",
            toOfficer().kind(MandateKind.MANDATE, MandateKind.PROXY),
            above -> above),
        sub(Refusal.POWER_WIDER, "sam", toOfficer(), above -> above.power("works")),
        sub(
            Refusal.SCOPE_WIDER,
            "sam",
            toOfficer().scope(subjects("roofs", "walls")),
            above -> above.scope(subjects("roofs", "floors"))),
        sub(Refusal.PERIOD_WIDER, "sam", toOfficer(), above -> above.until(DAY_9)),
        sub(
            Refusal.PERIOD_WIDER,
            "sam",
            toOfficer().until(DAY_9.plusNanos(1_000)),
            above -> above.until(DAY_9)));
  }

  private static List<Row> money() {
    return List.of(
        sub(Refusal.CATEGORY_NOT_HELD, "sam", toOfficer().limits(HUNDRED), above -> above),
        sub(
            Refusal.LIMITS_NOT_COMPARABLE,
            "sam",
            toOfficer().limits(HUNDRED),
            above ->
                above.limits(
                    Limit.perAct(
                        "works", new Amount(900, "EUR", VatBasis.INCLUSIVE), Bound.INCLUSIVE))),
        sub(
            Refusal.LIMITS_NOT_COMPARABLE,
            "sam",
            toOfficer().limits(HUNDRED),
            above -> above.silentOnAmounts()),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(HUNDRED),
            above -> above.limits(Limit.perAct("works", excl(100), Bound.EXCLUSIVE))),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(Limit.unlimited("works")),
            above -> above.limits(HUNDRED)),
        sub(
            Refusal.LIMIT_WIDER,
            "sam",
            toOfficer().limits(HUNDRED, Limit.cumulative("works", excl(900), Bound.INCLUSIVE)),
            above -> above.limits(Limit.cumulative("works", excl(800), Bound.INCLUSIVE))));
  }

  static Row root(
      Refusal refusal, String actor, Terms terms, UnaryOperator<World> world, Form form) {
    return new Row(refusal, actor, true, world, above -> above, terms, form);
  }

  static Row root(Refusal refusal, String actor, Terms terms, UnaryOperator<World> world) {
    return new Row(refusal, actor, true, world, above -> above, terms);
  }

  private static Row sub(Refusal refusal, String actor, Terms terms, UnaryOperator<Terms> above) {
    return new Row(refusal, actor, false, world -> world, above, terms);
  }

  static World withAgency(World world) {
    world.body("agency");
    return world;
  }

  static Terms toSg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms to(String holder) {
    return Terms.of("role:minister", holder);
  }

  static Terms toOfficer() {
    return Terms.of("role:sg", "role:officer");
  }

  private static Scope subjects(String... subjects) {
    return new Scope(List.of(), List.of(), List.of(subjects), List.of());
  }

  static Amount excl(long cents) {
    return new Amount(cents, "EUR", VatBasis.EXCLUSIVE);
  }
}
