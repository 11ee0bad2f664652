package nl.korf.auditor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.checks.Progress;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.exports.Counted;
import nl.korf.auditor.testing.Bundle;
import nl.korf.auditor.testing.MemoryFiles;
import nl.korf.auditor.testing.Rounds;
import nl.korf.auditor.testing.StoredLine;
import nl.korf.auditor.testing.Story;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.mandates.MandateKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompetenceReplayTest {

  private record Ran(CompetenceReplay replay, Findings findings) {

    long count(Rerun.Result result) {
      return replay.counts().getOrDefault(result, 0L);
    }
  }

  private static Ran run(Story story, @Nullable String only) {
    Map<String, byte[]> files = new Bundle(StoredLine.all(Bundle.LEDGER, story.facts())).files();
    Findings findings = new Findings();
    CompetenceReplay replay =
        new CompetenceReplay(only == null ? null : new DecisionId(only), findings);
    try (Export export = Export.open(new Counted(new MemoryFiles(files)), List.of())) {
      Verification.run(
          export,
          Verification.Depth.usual(),
          findings,
          Progress.NONE,
          List.of(new Decoder(findings, replay)),
          (_, _, _) -> {});
    } catch (CannotCheck e) {
      throw new IllegalStateException(e);
    }
    return new Ran(replay, findings);
  }

  /** Decisions under mandate, sub-mandate and own power; with all that can happen to them after. */
  private static Story story() {
    Story story = Story.ofTheMinister();
    story.decide("d-1", "dirk", 500_000).decide("d-2", "olga", 40_000).decide("d-3", "mia", 10);
    story.decide("d-4", "olga", 45_000);
    story.record(
        new DecisionRepealed(
            new DecisionId("d-1"),
            null,
            new PersonId("dirk"),
            now(story, "dirk", 0),
            List.of(new MandateId("m-1")),
            null,
            FreeText.of("no longer needed")));
    story.record(
        new DecisionSuperseded(
            new DecisionId("d-2"),
            null,
            new DecisionId("d-3"),
            null,
            false,
            now(story, "mia", 0),
            List.of()));
    Act sign = signing(10);
    story.record(
        new DecisionSigned(
            new DecisionId("d-3"),
            new PersonId("dirk"),
            new MandateId("m-1"),
            AuthorityCheck.check(new PersonId("dirk"), sign, story.knowledge())));
    story.later(Duration.ofDays(10));
    story.record(new MandateRevoked(new MandateId("m-1"), null, null));
    story.decide("d-5", "mia", 20);
    return story;
  }

  private static CompetenceProof now(Story story, String person, long spent) {
    return AuthorityCheck.check(new PersonId(person), Story.act(10 + spent), story.knowledge());
  }

  private static Act signing(long euro) {
    Act decided = Story.act(euro);
    return new Act(
        decided.power(),
        MandateKind.SIGNATURE,
        decided.principal(),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  @Test
  void everyVerdictComesOutTheSameByWhatWasKnownThen() {
    Ran ran = run(story(), null);

    assertThat(ran.findings().kept()).isEmpty();
    assertThat(ran.count(Rerun.Result.SAME)).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"COMPETENT"})
  void aDecisionBeyondTheMandateIsFoundWhateverTheFactSays(Verdict says) {
    Story story = Story.ofTheMinister();
    Act act = Story.act(90_000);
    CompetenceProof within = now(story, "olga", 0);
    assertThat(within.verdict()).as("control").isEqualTo(says);
    long position = story.record(story.decision("d-1", "olga", act, within));

    assertThat(run(story, null).findings().kept())
        .singleElement()
        .matches(one -> one.position() != null && one.position() == position)
        .matches(one -> one.what().contains("the rules say something else"));
  }

  @Test
  void aDecisionUnderARevokedMandateIsFound() {
    Story story = Story.ofTheMinister();
    CompetenceProof before = now(story, "dirk", 0);
    story.record(new MandateRevoked(new MandateId("m-1"), null, null));
    CompetenceProof moved =
        new CompetenceProof(
            before.verdict(),
            story.facts().size(),
            story.now(),
            before.path(),
            before.failed(),
            before.values());
    story.record(story.decision("d-1", "dirk", Story.act(10), moved));

    assertThat(run(story, null).findings().kept())
        .singleElement()
        .matches(one -> one.what().contains("the rules say something else"));
  }

  @Test
  void aVerdictOnFactsThatWereStillToComeIsFound() {
    Story story = Story.ofTheMinister();
    CompetenceProof proof = now(story, "dirk", 0);
    CompetenceProof foreseen =
        new CompetenceProof(
            proof.verdict(), 999, proof.on(), proof.path(), proof.failed(), proof.values());
    story.record(story.decision("d-1", "dirk", Story.act(10), foreseen));

    assertThat(run(story, null).findings().all()).isEqualTo(1);
  }

  @Test
  void aDecisionTakenWithoutCompetenceIsFoundThoughTheVerdictSaysSo() {
    Story story = Story.ofTheMinister();
    story.decide("d-1", "carl", 10);

    Ran ran = run(story, null);

    assertThat(ran.count(Rerun.Result.SAME)).isEqualTo(1);
    assertThat(ran.findings().kept())
        .singleElement()
        .matches(one -> one.what().contains("was taken without competence"));
  }

  @Test
  void importedHistoryIsJudgedByTheMandatesItNamesAndMayBeIncompetent() {
    Story story = Story.ofTheMinister();
    var on = story.now().minus(Duration.ofMinutes(1));
    InMemoryKnowledge then = story.knowledge().on(on);
    CompetenceProof proof = AuthorityCheck.check(new PersonId("olga"), Story.act(90_000), then);
    assertThat(proof.verdict()).as("control").isEqualTo(Verdict.NOT_COMPETENT);
    DecisionTaken taken = story.decision("d-1", "olga", Story.act(90_000), proof);
    story.record(taken.judged(proof, List.of(new MandateId("m-2"))), on, Story.imported());
    CompetenceProof unknown =
        new CompetenceProof(Verdict.UNKNOWN, 0, on, List.of(), null, Map.of("missing", "power"));
    story.record(story.decision("d-2", "olga", null, unknown), on, Story.imported());

    Ran ran = run(story, null);

    assertThat(ran.findings().kept()).isEmpty();
    assertThat(ran.count(Rerun.Result.SAME)).isEqualTo(1);
    assertThat(ran.count(Rerun.Result.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void whoRatifiesIsAskedAboutWithoutWhatTheDecisionItselfSpent() {
    Story story = Story.ofTheMinister();
    story.decide("d-1", "dirk", 1_000_000);
    story.record(
        new DecisionRatified(
            new DecisionId("d-1"),
            new PersonId("mia"),
            null,
            now(story, "mia", 0),
            List.of(),
            FreeText.of("in order")));

    assertThat(run(story, null).findings().kept()).isEmpty();
  }

  @Test
  void oneDecisionIsReportedOnAlone() {
    Ran ran = run(story(), "d-3");

    assertThat(ran.findings().kept()).isEmpty();
    assertThat(ran.replay().about())
        .extracting(Rerun::fact)
        .containsExactly("DecisionTaken", "DecisionSuperseded", "DecisionSigned");
  }

  @Test
  void anOutcomeIsCountedAgain() {
    Story honest = Story.ofTheMinister();
    Rounds.adopted(honest, RoundOutcome.ADOPTED);
    Story forged = Story.ofTheMinister();
    Rounds.adopted(forged, RoundOutcome.REJECTED);

    assertThat(run(honest, null).findings().kept()).isEmpty();
    assertThat(run(honest, null).replay().tallies()).isEqualTo(1);
    assertThat(run(honest, null).count(Rerun.Result.SAME)).as("with what it decided").isEqualTo(2);
    assertThat(run(forged, null).findings().kept())
        .singleElement()
        .matches(one -> one.what().contains("the rules say something else than REJECTED"));
    assertThat(run(honest, "d-round").replay().about())
        .extracting(Rerun::fact)
        .containsExactlyInAnyOrder("OutcomeComputed", "DecisionTaken");
  }
}
