package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the law says of a decision beside who is competent: one matter, and signing (10:7, 10:11).
 */
public class DecisionRefusalsTest {

  private static final DecisionId FIRST = new DecisionId("d-1");
  private static final BodyId MINISTER = new BodyId("minister");

  /** What was refused, and why. */
  record Row(Refusal refusal, List<Reason> reasons) {
    @Override
    public String toString() {
      return refusal.code();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(Refusal.SIGNATURE_DECIDES_NOTHING, asksToDecideBySigning()),
        new Row(
            Refusal.BODY_DID_NOT_DECIDE,
            Signing.reasons(decidedUnderMandate(), new PersonId("sam"), signer(), null)),
        new Row(
            Refusal.SIGNED_ALREADY,
            Signing.reasons(
                decided(about("c-1")).getFirst(),
                new PersonId("mia"),
                competent(),
                new Signing.Signed(new PersonId("sam"), 9))));
  }

  public static Set<Refusal> refusals() {
    return rows()
        .map(Row::refusal)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void itIsRefusedForThisAloneAndSaysWhy(Row row) {
    assertThat(row.reasons()).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(row.reasons().getFirst().message("en") + row.reasons().getFirst().next("en"))
        .doesNotContain(Wording.ABSENT);
  }

  @Test
  void aSigningMandateSignsWhatTheBodyDecided() {
    assertThat(
            Signing.reasons(decided(about("c-1")).getFirst(), new PersonId("sam"), signer(), null))
        .isEmpty();
  }

  private static World world() {
    return World.ofTheMinister()
        .grant("m-1", Terms.of("role:minister", "role:sg").kind(MandateKind.SIGNATURE).build())
        .grant("m-2", Terms.of("role:minister", "role:director").build());
  }

  private static List<Reason> asksToDecideBySigning() {
    Act act = Acts.ofKind(MandateKind.SIGNATURE, "works");
    PersonId sam = new PersonId("sam");
    return AuthorityCheck.reasons(FIRST, sam, act, world().check("sam", act));
  }

  private static CompetenceProof signer() {
    return world().check("sam", Acts.ofKind(MandateKind.SIGNATURE, "works"));
  }

  private static CompetenceProof competent() {
    return world().check("mia", Acts.of("works"));
  }

  private static Act about(@Nullable String caseId) {
    return new Act(
        new PowerId("works"),
        MandateKind.MANDATE,
        MINISTER,
        null,
        null,
        null,
        caseId,
        null,
        List.of());
  }

  private static List<DecisionRow> decided(Act act) {
    World world = world();
    world.decide(FIRST.value(), "mia", act);
    return List.of(world.knowledge().decision(FIRST).orElseThrow());
  }

  private static DecisionRow decidedUnderMandate() {
    World world = world();
    world.decide(FIRST.value(), "dirk", Acts.inTheNameOf("minister", "works"));
    return world.knowledge().decision(FIRST).orElseThrow();
  }
}
