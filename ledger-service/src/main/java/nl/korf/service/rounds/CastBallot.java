package nl.korf.service.rounds;

import java.time.Duration;
import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.rounds.LateQuorum;
import nl.korf.model.rounds.RoundState;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * An elector answers; the last answer before the deadline counts.
 *
 * @param textVersion the version that was read; null: the present one
 * @param by who answers; null: who asks. A registrar records the answer of another
 */
public record CastBallot(
    RoundId round,
    Choice choice,
    @Nullable Integer textVersion,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<CastBallot> {

    @Override
    public Class<CastBallot> command() {
      return CastBallot.class;
    }

    @Override
    public Decided decide(CastBallot command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      answer.before(round.deadline());
      answer.notAnswered();
      answer.ofElector();
      answer.toText(command.textVersion());
      @Nullable FreeText reason =
          round.spec().reasonRequired()
              ? Texts.required("reason", command.reason(), answer.reasons())
              : Texts.of("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      BallotCast ballot =
          new BallotCast(
              round.id(),
              answer.person(),
              command.choice(),
              reason != null,
              round.textVersion(),
              reason);
      Instant lateFrom = lateFrom(round);
      if (lateFrom == null || answer.now().isBefore(lateFrom)) {
        Instant until = lateFrom == null ? round.deadline() : lateFrom;
        return answer.decided(until, ballot);
      }
      return late(ballot, answer, boundary);
    }

    /** From when on a ballot that first reaches the quorum puts the deadline off; null: never. */
    private static @Nullable Instant lateFrom(SourcedRound round) {
      @Nullable Duration late = round.spec().lateQuorum();
      return late == null || round.extended() ? null : round.deadline().minus(late);
    }

    /**
     * Whether this one reaches the quorum depends on all the others, so now they do stand in each
     * other's way; commands of this node wait for their turn.
     */
    private static Decided late(BallotCast ballot, Answer answer, Boundary boundary) {
      SourcedRound round = answer.round();
      boundary.queueOn("late-quorum:" + round.id());
      RoundState state = RoundState.of(answer.rounds().whole(round.id()));
      return LateQuorum.extension(state, ballot, answer.now())
          .map(later ->
              answer.decided(round.deadline(), ballot, new RoundExtended(round.id(), later)))
          .orElseGet(() -> answer.decided(round.deadline(), ballot));
    }
  }
}
