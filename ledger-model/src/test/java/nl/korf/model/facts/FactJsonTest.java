package nl.korf.model.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.Imported;
import nl.korf.model.Imported.Finding;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refused;
import nl.korf.model.RoleId;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactJsonTest {

  private static final Instant RECORDED = Instant.parse("2026-03-02T10:00:00.123456Z");
  private static final MemberLeft LEFT =
      new MemberLeft(
          new GroupId("tigers"), new PersonId("p-1"), "lead", FreeText.of("Moves to Delft"));

  @Test
  void membersStandInAlphabeticalOrderAndTextStandsApart() {
    FactJson.Encoded encoded = FactJson.encode(LEFT);

    assertThat(new String(encoded.payload(), UTF_8))
        .isEqualTo(
            """
            {"capacity":"lead","group":"tigers","person":"p-1","reason":{"personal":true}}\
            """);
    assertThat(new String(encoded.personal(), UTF_8))
        .isEqualTo(
            """
            {"reason":"Moves to Delft"}\
            """);
  }

  @Test
  void aTextThatWasNeverGivenLeavesNoTrace() {
    FactJson.Encoded encoded =
        FactJson.encode(new MemberLeft(LEFT.group(), LEFT.person(), "lead", null));

    assertThat(new String(encoded.payload(), UTF_8)).doesNotContain("reason");
    assertThat(encoded.personal()).isNull();
  }

  /** Read models and RFC 3339 hold the years 0 to 9999; a fact beyond them would stop a reader. */
  @Test
  void aMomentTheLedgerCannotHoldIsRefusedAtAnyDepth() {
    Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
    Instant before = Instant.parse("-0001-12-31T23:59:59Z");

    assertThat(refused(appointed(last, last.plusNanos(1_000))))
        .singleElement()
        .satisfies(one -> assertThat(one.message("en")).contains("until", "+10000-01-01"));
    assertThat(refused(appointed(before, last.plusNanos(1_000)))).hasSize(2);
    assertThat(refused(granted(before)))
        .singleElement()
        .satisfies(one -> assertThat(one.message("en")).contains("terms.until"));
    assertThat(FactJson.encode(appointed(last, last)).payload()).isNotEmpty();
    assertThat(FactJson.encode(granted(RECORDED)).payload()).isNotEmpty();
  }

  private static List<Refused.Reason> refused(Fact fact) {
    return catchThrowableOfType(Refused.class, () -> FactJson.encode(fact)).reasons();
  }

  private static Fact appointed(Instant from, Instant until) {
    return new RoleAssigned(new PersonId("p-1"), new RoleId("clerk"), from, until);
  }

  private static Fact granted(Instant until) {
    MandateGranted some = Filler.full().fact(MandateGranted.class);
    return new MandateGranted(
        some.mandate(), some.terms().narrowed(null, null, List.of(), until, false));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyFactComesBackAsItWas(long seed) {
    Filler filler = Filler.random(new SplittableRandom(seed));
    for (String name : FactTypes.names()) {
      Fact fact = filler.fact(FactTypes.recordOf(name));

      FactJson.Encoded stored = FactJson.encode(fact);
      Fact read =
          FactJson.decode(stored.type(), stored.version(), stored.payload(), stored.personal());

      assertThat(read).isEqualTo(fact);
      assertThat(FactJson.encode(read).payload()).isEqualTo(stored.payload());
    }
  }

  @Test
  void aMissingComponentIsNamed() {
    byte[] payload = "{\"group\":\"tigers\",\"person\":\"p-1\"}".getBytes(UTF_8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactJson.decode("MemberJoined", "1", payload, null))
        .withMessageContaining("MemberJoined lacks its capacity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"group\":\"Tigers\"}",
        "{\"group\":\"tigers\",\"group\":\"lions\",\"person\":\"p-1\",\"capacity\":\"lead\"}",
        "{\"group\":\"tigers\",\"person\":\"p-1\",\"capacity\":\"lead\"} {}"
      })
  void whatIsNoFactIsNotRead(String payload) {
    for (String type : List.of("MemberJoined", "MemberLeft")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FactJson.decode(type, "1", payload.getBytes(UTF_8), null));
    }
  }

  @Test
  void tagsAreSortedAndNameEveryValueOnce() {
    InitiativeProposed proposed = Filler.full().fact(InitiativeProposed.class);

    assertThat(Tags.of(proposed))
        .extracting(Tag::toString)
        .containsExactly(
            "group=owner", "group=participants-1", "group=participants-2", "initiative=initiative");
    assertThat(Tags.of(new MemberJoined(LEFT.group(), LEFT.person(), "lead")))
        .containsExactly(new Tag("group", "tigers"), new Tag("person", "p-1"));
  }

  @Test
  void aComponentThatIsNotThereGivesNoTag() {
    var narrowed =
        new MandateNarrowed(new MandateId("m-1"), null, null, List.of(), null, true, null);

    assertThat(Tags.of(narrowed)).containsExactly(new Tag("mandate", "m-1"));
  }

  @Test
  void theEnvelopeSaysWhoWhenAndWhereFrom() {
    var imported =
        new Imported(
            "kubernetes",
            "history.csv:12",
            List.of(new Finding("M6", Map.of("until", "2014-07-30"))),
            Map.of("recorded", "2020-01-01"));

    Envelope envelope =
        FactJson.envelope(
            7,
            RECORDED,
            Map.of(
                "effectiveAt", "2014-07-30T00:00:00.123456789Z",
                "actor", "registrar:import",
                "imported", FactJson.imported(imported)));

    assertThat(envelope)
        .isEqualTo(
            new Envelope(
                7,
                RECORDED,
                Instant.parse("2014-07-30T00:00:00.123456Z"),
                "registrar:import",
                null,
                null,
                null,
                imported));
  }

  @Test
  void aFactWithoutEffectiveTimeHoldsFromItsRecording() {
    assertThat(FactJson.envelope(1, RECORDED, Map.of("actor", "person:p-1")).effectiveAt())
        .isEqualTo(RECORDED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactJson.envelope(1, RECORDED, Map.of()))
        .withMessageContaining("actor");
  }
}
