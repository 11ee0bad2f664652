package nl.korf.service.rounds;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.rules.Rule;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part objects: with a reason, and with the four claims or the breach of a rule
 * (Holacracy constitution 5.3.2).
 *
 * @param objection null: the ledger gives an identifier
 * @param by who objects; null: who asks. A registrar records the objection of another
 */
public record RaiseObjection(
    @Nullable ObjectionId objection,
    RoundId round,
    Claims claims,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<RaiseObjection> {

    @Override
    public Class<RaiseObjection> command() {
      return RaiseObjection.class;
    }

    @Override
    public Decided decide(RaiseObjection command, Boundary boundary) {

      Answer answer = Answer.in(command.round(), command.by(), boundary);
      SourcedRound round = answer.round();
      ObjectionId id =
          command.objection() != null
              ? command.objection()
              : new ObjectionId(boundary.newId("objection"));
      answer.reasons().free(answer.entities(), id);
      answer
          .reasons()
          .when(
              round.rule() != Rule.CONSENT,
              Refusal.OBJECTIONS_DO_NOT_COUNT,
              "round",
              round.id(),
              "rule",
              round.rule());
      answer.before(round.deadline());
      answer.notAnswered();
      answer.ofElector();
      List<String> missing = missing(command.claims());
      answer
          .reasons()
          .when(
              !command.claims().sufficient(),
              Refusal.CLAIMS_MISSING,
              "missing",
              String.join(", ", missing));
      @Nullable FreeText reason = Texts.required("reason", command.reason(), answer.reasons());
      answer.reasons().refuseIfAny();
      return answer.decided(
          round.deadline(),
          new ObjectionRaised(
              id, round.id(), answer.person(), command.claims(), round.textVersion(), reason));
    }

    private static List<String> missing(Claims claims) {
      List<String> missing = new ArrayList<>();
      if (!claims.harmsPurpose()) {
        missing.add("harmsPurpose");
      }
      if (!claims.limitsRole()) {
        missing.add("limitsRole");
      }
      if (!claims.causedByProposal()) {
        missing.add("causedByProposal");
      }
      if (!claims.certainOrNoTimeToAdapt()) {
        missing.add("certainOrNoTimeToAdapt");
      }
      return missing;
    }
  }
}
