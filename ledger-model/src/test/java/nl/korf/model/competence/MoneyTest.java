package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.mandates.Condition;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, floors and caps at their bounds (M5). */
class MoneyTest {

  @ParameterizedTest(name = "{0}: {1} cents of {2} {3} under {4} {5} is {6}")
  @CsvSource({
    "exactly at an inclusive limit,  10000, EUR, EXCLUSIVE, 10000, INCLUSIVE, COMPETENT",
    "one cent over,                  10001, EUR, EXCLUSIVE, 10000, INCLUSIVE, NOT_COMPETENT",
    "exactly at an exclusive limit,  10000, EUR, EXCLUSIVE, 10000, EXCLUSIVE, NOT_COMPETENT",
    "one cent under,                  9999, EUR, EXCLUSIVE, 10000, EXCLUSIVE, COMPETENT",
    "other VAT basis,                    1, EUR, INCLUSIVE, 10000, INCLUSIVE, UNKNOWN",
    "no VAT basis,                       1, EUR, UNSTATED,  10000, INCLUSIVE, UNKNOWN",
    "foreign currency,                   1, USD, EXCLUSIVE, 10000, INCLUSIVE, UNKNOWN",
    "nothing at all,                     0, EUR, EXCLUSIVE, 10000, INCLUSIVE, COMPETENT",
    "a limit of nothing,                 0, EUR, EXCLUSIVE,     0, EXCLUSIVE, NOT_COMPETENT"
  })
  void aValueIsHeldAgainstTheLimit(
      String name,
      long cents,
      String currency,
      VatBasis vat,
      long limit,
      Bound bound,
      Verdict verdict) {
    World world = limited(Limit.perAct("works", excl(limit), bound));
    Obligation value = Obligation.once("works", new Amount(cents, currency, vat));

    assertThat(world.check("sam", Acts.of("works", value)).verdict()).as(name).isEqualTo(verdict);
  }

  @Test
  void theWholeTermCounts() {
    World world = limited(Limit.perAct("leases", excl(120_000), Bound.INCLUSIVE));

    assertThat(verdict(world, new Obligation("leases", excl(40_000), 3)))
        .isEqualTo(Verdict.COMPETENT);
    assertThat(verdict(world, new Obligation("leases", excl(40_001), 3)))
        .as("three times forty thousand and one is over, though each year is far below")
        .isEqualTo(Verdict.NOT_COMPETENT);
  }

  @Test
  void anotherCategoryIsNotGranted() {
    World world = limited(Limit.unlimited("services"));

    assertThat(verdict(world, Obligation.once("works", excl(1)))).isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(verdict(world, Obligation.once("services", excl(Long.MAX_VALUE))))
        .isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void linkedActsAreAddedUp() {
    World world = limited(Limit.perAct("works", excl(100), Bound.INCLUSIVE));
    Obligation sixty = Obligation.once("works", excl(60));
    world.decide("d-1", "sam", Acts.of("works", sixty));

    assertThat(world.check("sam", Acts.of("works", sixty)).verdict()).isEqualTo(Verdict.COMPETENT);
    CompetenceProof split = world.check("sam", Acts.of("works", sixty, "d-1"));
    assertThat(split.failed()).isEqualTo("within-limit");
    assertThat(split.values()).containsEntry("total", "EUR 1.20 excl. VAT");
  }

  @Test
  void aChainOfLinksIsFollowedToItsEnd() {
    World world = limited(Limit.perAct("works", excl(100), Bound.INCLUSIVE));
    Obligation forty = Obligation.once("works", excl(40));
    world.decide("d-1", "sam", Acts.of("works", forty));
    world.decide("d-2", "sam", Acts.of("works", forty, "d-1"));

    assertThat(world.check("sam", Acts.of("works", forty, "d-2")).failed())
        .isEqualTo("within-limit");
  }

  @Test
  void aLinkedDecisionNobodyKnowsLeavesTheTotalUnknown() {
    World world = limited(Limit.perAct("works", excl(100), Bound.INCLUSIVE));

    CompetenceProof proof =
        world.check("sam", Acts.of("works", Obligation.once("works", excl(1)), "d-404"));

    assertThat(proof.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(proof.values().get("missing")).contains("d-404");
  }

  @Test
  void aCapIsReachedByASibling() {
    World world = World.ofTheMinister();
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg")
            .limits(Limit.cumulative("works", excl(100), Bound.INCLUSIVE))
            .build());
    Limit own = Limit.perAct("works", excl(80), Bound.INCLUSIVE);
    world.pass("m-2", "m-1", Terms.of("role:sg", "role:director").limits(own).build());
    world.pass("m-3", "m-1", Terms.of("role:sg", "role:officer").limits(own).build());
    world.decide("d-1", "dirk", Acts.of("works", Obligation.once("works", excl(60))));

    assertThat(world.check("olga", Acts.of("works", Obligation.once("works", excl(40)))).verdict())
        .as("exactly what is left")
        .isEqualTo(Verdict.COMPETENT);
    CompetenceProof over =
        world.check("olga", Acts.of("works", Obligation.once("works", excl(41))));
    assertThat(over.failed()).isEqualTo("within-cap");
    assertThat(over.values())
        .containsEntry("mandate", "m-1")
        .containsEntry("used", "EUR 0.60 excl. VAT");
  }

  @Test
  void useBeforeTheInstantAskedAboutCounts() {
    World world = limited(Limit.cumulative("works", excl(100), Bound.INCLUSIVE));
    var before = world.now();
    Obligation sixty = Obligation.once("works", excl(60));
    world.decide("d-1", "sam", Acts.of("works", sixty));

    assertThat(world.check("sam", Acts.of("works", sixty)).verdict())
        .isEqualTo(Verdict.NOT_COMPETENT);
    assertThat(
            AuthorityCheck.check(
                    new PersonId("sam"),
                    Acts.of("works", sixty),
                    world.knowledge(world.position(), before.minusMillis(1)))
                .verdict())
        .isEqualTo(Verdict.COMPETENT);
  }

  @ParameterizedTest(name = "{0} cents from a floor of 100 {1}: {2}")
  @CsvSource({
    " 99, INCLUSIVE, COMPETENT",
    "100, INCLUSIVE, SUBJECT_TO",
    "100, EXCLUSIVE, COMPETENT",
    "101, EXCLUSIVE, SUBJECT_TO"
  })
  void fromItsSumOnAFloorAsksForTwo(long cents, Bound bound, Verdict verdict) {
    World world = World.ofTheMinister();
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg")
            .limits(Limit.unlimited("works"))
            .under(together("works", excl(100), bound))
            .build());

    CompetenceProof proof =
        world.check("sam", Acts.of("works", Obligation.once("works", excl(cents))));

    assertThat(proof.verdict()).isEqualTo(verdict);
    if (verdict == Verdict.SUBJECT_TO) {
      assertThat(proof.values().get("conditions")).contains("CO_SIGNATURE with role:director");
    }
  }

  @Test
  void aGeneralMandateTakesItsAmountFromTheFacetOfItsHolder() {
    World world = World.ofTheMinister();
    world.grant("m-1", Terms.of("role:minister", "role:sg").silentOnAmounts().build());
    world.grant(
        "m-1-works",
        Terms.of("role:minister", "role:sg")
            .facetOf("m-1")
            .power("leases")
            .limits(Limit.perAct("works", excl(100), Bound.INCLUSIVE))
            .build());
    Obligation hundred = Obligation.once("works", excl(100));

    assertThat(verdict(world, hundred)).isEqualTo(Verdict.COMPETENT);
    assertThat(world.check("sam", Acts.of("works", Obligation.once("works", excl(101)))).values())
        .containsEntry("mandate", "m-1-works");
    assertThat(
            Uses.of(
                    world.check("sam", Acts.of("works", hundred)),
                    Acts.of("works", hundred),
                    world.knowledge())
                .mandates())
        .extracting(Object::toString)
        .containsExactly("m-1", "m-1-works");
  }

  @Test
  void aGeneralMandateWithoutAFacetLeavesMoneyUnknown() {
    World world = World.ofTheMinister();
    world.grant("m-1", Terms.of("role:minister", "role:sg").silentOnAmounts().build());

    CompetenceProof proof = world.check("sam", Acts.of("works", Obligation.once("works", excl(1))));

    assertThat(proof.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(proof.values()).containsEntry("missing", "an amount for works in mandate m-1");
    assertThat(world.check("sam", Acts.of("works")).verdict()).isEqualTo(Verdict.COMPETENT);
  }

  @Test
  void aTextThatOnlySaysTogetherAboveASumGrantsAboveIt() {
    World world = World.ofTheMinister();
    world.grant(
        "m-1",
        Terms.of("role:minister", "role:sg")
            .silentOnAmounts()
            .under(together("works", excl(100), Bound.EXCLUSIVE))
            .build());

    assertThat(verdict(world, Obligation.once("works", excl(101)))).isEqualTo(Verdict.SUBJECT_TO);
    assertThat(verdict(world, Obligation.once("works", excl(100)))).isEqualTo(Verdict.UNKNOWN);
  }

  private static Verdict verdict(World world, Obligation value) {
    return world.check("sam", Acts.of("works", value)).verdict();
  }

  private static Condition together(String category, Amount from, Bound bound) {
    return new Condition(
        Condition.Kind.CO_SIGNATURE,
        Party.parse("role:director"),
        category,
        from,
        bound,
        LocalizedText.en("together"));
  }

  private static World limited(Limit limit) {
    return World.ofTheMinister()
        .grant("m-1", Terms.of("role:minister", "role:sg").limits(limit).build());
  }

  private static Amount excl(long cents) {
    return new Amount(cents, "EUR", VatBasis.EXCLUSIVE);
  }
}
