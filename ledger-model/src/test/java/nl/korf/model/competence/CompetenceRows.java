package nl.korf.model.competence;

import static nl.korf.model.worlds.World.START;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;

/** A row for each way in which a decision is refused for want of competence. */
final class CompetenceRows {

  private static final Amount TEN = Amount.euro(10, VatBasis.EXCLUSIVE);
  private static final Obligation ELEVEN =
      Obligation.once("works", Amount.euro(11, VatBasis.EXCLUSIVE));

  private CompetenceRows() {}

  /** A world, and what somebody asks in it. */
  record Row(Refusal refusal, String failed, String person, Act act, Function<World, World> world) {
    @Override
    public String toString() {
      return refusal.code();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(states(), chains(), leave(), reach(), barred(), money()).flatMap(List::stream);
  }

  private static List<Row> states() {
    Act act = Acts.of("works");
    return List.of(
        row(Refusal.NO_MANDATE, "holds-a-mandate", act, world -> world),
        row(Refusal.MANDATE_REVOKED, "not-revoked", act, world -> ladder(world).revoke("m-1")),
        row(Refusal.MANDATE_SUSPENDED, "not-suspended", act, world -> ladder(world).suspend("m-2")),
        row(
            Refusal.CONSENT_AWAITED,
            "consented",
            act,
            world -> world.offer("m-1", byMinister().build(), "role:officer")),
        row(
            Refusal.CONSENT_WITHHELD,
            "not-declined",
            act,
            world ->
                world
                    .offer("m-1", byMinister().build(), "role:officer")
                    .decline("m-1", "role:officer", "olga")),
        row(
            Refusal.MANDATE_EXPIRED,
            "not-expired",
            act,
            world ->
                world
                    .grant("m-1", sg().until(START.plus(Duration.ofDays(9))).build())
                    .pass("m-2", "m-1", officer().until(START.plus(Duration.ofDays(9))).build())
                    .at(START.plus(Duration.ofDays(9)))),
        row(
            Refusal.MANDATE_NOT_BEGUN,
            "begun",
            act,
            world ->
                world
                    .grant("m-1", sg().from(START.plus(Duration.ofDays(9))).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.NOT_BY_ITSELF,
            "works-by-itself",
            act,
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", officer().nature(Nature.CEILING).build())));
  }

  private static List<Row> chains() {
    Act act = Acts.of("works");
    return List.of(
        row(
            Refusal.CHAIN_BROKEN,
            "chain-known",
            act,
            world -> world.pass("m-2", "m-unknown", officer().build())),
        row(
            Refusal.ROOT_WITHOUT_POWER,
            "rooted-in-attribution",
            Acts.of("parks"),
            world ->
                world
                    .power("parks", null)
                    .grant(
                        "m-1", Terms.of("role:minister", "role:officer").power("parks").build())),
        row(
            Refusal.DELEGATED_AWAY,
            "not-delegated",
            act,
            world -> ladder(world).body("agency").delegate("m-3", toAgency())),
        row(
            Refusal.OTHER_PRINCIPAL,
            "same-principal",
            Acts.inTheNameOf("council", "works"),
            CompetenceRows::ladder),
        row(
            Refusal.GRANTOR_DID_NOT_HOLD,
            "granted-by-holder",
            act,
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", Terms.of("role:director", "role:officer").build())));
  }

  private static List<Row> leave() {
    Act act = Acts.of("works");
    return List.of(
        row(
            Refusal.PASSED_ON_WITHOUT_LEAVE,
            "allowed-to-pass-on",
            act,
            world ->
                world
                    .grant("m-1", sg().subMandating(SubMandating.UNSPECIFIED, 3).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.CHAIN_TOO_DEEP,
            "within-depth",
            act,
            world ->
                world
                    .grant("m-1", sg().subMandating(SubMandating.YES, 1).build())
                    .pass("m-2", "m-1", Terms.of("role:sg", "role:director").build())
                    .pass("m-3", "m-2", Terms.of("role:director", "role:officer").build())),
        row(
            Refusal.SUBJECT_TO_CONDITIONS,
            "conditions-met",
            act,
            world ->
                world
                    .grant("m-1", sg().under(together()).build())
                    .pass("m-2", "m-1", officer().build())));
  }

  private static List<Row> reach() {
    return List.of(
        row(
            Refusal.POWER_NOT_COVERED,
            "power-covered",
            Acts.of("leases"),
            world ->
                world
                    .grant("m-1", sg().build())
                    .pass("m-2", "m-1", officer().power("works").build())),
        row(
            Refusal.KIND_NOT_COVERED,
            "kind-covered",
            Acts.ofKind(MandateKind.PROXY, "works"),
            CompetenceRows::ladder),
        row(
            Refusal.OUTSIDE_SCOPE,
            "within-scope",
            Acts.about("works", "south", null, null),
            world ->
                world
                    .grant("m-1", sg().scope(units("north", "east")).build())
                    .pass("m-2", "m-1", officer().build())),
        row(
            Refusal.EXCLUDED,
            "not-excluded",
            Acts.of("roofs"),
            world ->
                world
                    .grant("m-1", sg().excluding(without("works")).build())
                    .pass("m-2", "m-1", officer().build())));
  }

  private static List<Row> barred() {
    Act act = Acts.of("works");
    return List.of(
        row(
            Refusal.RESERVED_POWER,
            "power-may-pass",
            Acts.of("rules"),
            world -> ladder(world.power("rules", "estate", PowerFlag.BINDING_REGULATION))),
        row(
            Refusal.OWN_DECISION,
            "not-own-decision",
            Acts.of("objections", null, "d-1"),
            world -> {
              ladder(world.power("objections", "estate", PowerFlag.OBJECTION));
              world.decide("d-1", "olga", act);
              return world;
            }),
        row(
            Refusal.OWN_PROPOSAL,
            "not-own-proposal",
            Acts.of("apart"),
            world -> ladder(world.power("apart", "estate", PowerFlag.SEPARATE_PROPOSER))));
  }

  private static List<Row> money() {
    return List.of(
        row(
            Refusal.CATEGORY_NOT_GRANTED,
            "category-granted",
            Acts.of("works", ELEVEN),
            CompetenceRows::ladder),
        row(
            Refusal.OVER_LIMIT,
            "within-limit",
            Acts.of("works", ELEVEN),
            world -> limited(world, Limit.perAct("works", TEN, Bound.INCLUSIVE))),
        row(
            Refusal.OVER_CAP,
            "within-cap",
            Acts.of("works", ELEVEN),
            world -> limited(world, Limit.cumulative("works", TEN, Bound.INCLUSIVE))),
        row(
            Refusal.COMPETENCE_UNKNOWN,
            "value-stated",
            Acts.of("works"),
            world -> limited(world, Limit.perAct("works", TEN, Bound.INCLUSIVE))));
  }

  private static Row row(Refusal refusal, String failed, Act act, Function<World, World> world) {
    return new Row(refusal, failed, "olga", act, world);
  }

  private static Terms byMinister() {
    return Terms.of("role:minister", "role:officer");
  }

  private static MandateTerms toAgency() {
    return Terms.of("role:minister", "body:agency")
        .kind(MandateKind.DELEGATION)
        .on("Act 1")
        .build();
  }

  private static Terms sg() {
    return Terms.of("role:minister", "role:sg");
  }

  private static Terms officer() {
    return Terms.of("role:sg", "role:officer");
  }

  private static World ladder(World world) {
    return world.grant("m-1", sg().build()).pass("m-2", "m-1", officer().build());
  }

  private static World limited(World world, Limit limit) {
    return world
        .grant("m-1", sg().limits(Limit.unlimited("works")).build())
        .pass("m-2", "m-1", officer().limits(limit).build());
  }

  private static Condition together() {
    return new Condition(
        Condition.Kind.CO_SIGNATURE,
        Party.parse("role:director"),
        null,
        null,
        null,
        LocalizedText.en("together with the director"));
  }

  private static Exclusion without(String power) {
    return new Exclusion(
        new PowerId(power), null, null, null, LocalizedText.en("not for " + power));
  }

  private static Scope units(String... units) {
    return new Scope(List.of(units), List.of(), List.of(), List.of());
  }
}
