package nl.korf.service.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.decisions.DecisionTerm;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.Question;
import nl.korf.service.authority.Used;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.FirstStands;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.StandingDirectives;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a round is computed from its facts, once it cannot change any more. Adopted by a
 * decider who is competent where this lands, it is decided in the same append; otherwise the
 * outcome waits, visibly, for a competent holder. Who closes it and when makes no difference.
 */
public record CloseRound(RoundId round) implements Command {

  static final class Handler implements Verb<CloseRound> {

    private final Competence competence;
    private final DecisionSettings settings;

    Handler(Competence competence, DecisionSettings settings) {
      this.competence = competence;
      this.settings = settings;
    }

    @Override
    public Class<CloseRound> command() {
      return CloseRound.class;
    }

    @Override
    public Decided decide(CloseRound command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      RoundEntities rounds = RoundEntities.in(entities);
      Reasons reasons = new Reasons();
      SourcedRound round = Reasons.subject(rounds.round(command.round()), command.round());
      mayClose(round, entities, reasons);
      Answer.closed(round, reasons);
      reasons.refuseIfAny();
      RoundState state = RoundState.of(rounds.whole(round.id()));
      Instant from = Outcomes.closableFrom(state);
      Instant now = entities.now();
      reasons.when(
          now.isBefore(from),
          Refusal.ROUND_NOT_CLOSABLE,
          "round",
          round.id(),
          "from",
          from,
          "now",
          now);
      reasons.refuseIfAny();
      Computed computed = Outcomes.of(state);
      List<Fact> facts = new ArrayList<>();
      facts.add(outcome(round, computed, boundary.position()));
      if (computed.outcome() == RoundOutcome.ADOPTED) {
        decision(round, entities).ifPresent(facts::add);
      }
      return Decided.facts(facts.toArray(Fact[]::new))
          .before(facts.size() > 1 ? entities.firstEnd() : null)
          .onBehalfOf(Party.of(round.opened().group()));
    }

    private static void mayClose(SourcedRound round, Entities entities, Reasons reasons) {
      Standing standing = Standing.in(entities);
      RoundOpened opened = round.opened();
      reasons.when(
          !standing.registrar()
              && opened.electorate().stream().noneMatch(one -> standing.is(one.person()))
              && !standing.memberOf(opened.group())
              && !standing.leadsOrLeadsParent(opened.group()),
          Refusal.NOT_IN_GROUP,
          "actor",
          entities.boundary().actor(),
          "group",
          opened.group());
    }

    private static OutcomeComputed outcome(SourcedRound round, Computed computed, long position) {
      return new OutcomeComputed(
          round.id(),
          computed.outcome(),
          computed.tally(),
          computed.failed(),
          computed.values(),
          round.deadline(),
          position);
    }

    /** The decision that follows from adoption; none where it has to wait for somebody else. */
    private Optional<DecisionTaken> decision(SourcedRound round, Entities entities) {
      RoundOpened opened = round.opened();
      @Nullable InitiativeRow initiative =
          opened.initiative() == null
              ? null
              : entities.initiativeWithStage(opened.initiative()).orElse(null);
      if (waits(opened, initiative, entities)) {
        return Optional.empty();
      }
      @Nullable Act act = opened.act();
      CompetenceProof proof =
          act == null ? ownWork(opened, entities) : proof(opened, act, entities);
      if (proof.verdict() != Verdict.COMPETENT) {
        return Optional.empty();
      }
      Used used =
          act == null ? new Used(List.of(), List.of(), null) : Used.by(proof, act, entities);
      DecisionTaken taken = taken(round, initiative, proof, used, entities);
      return decidedAlready(taken, used, entities) ? Optional.empty() : Optional.of(taken);
    }

    /** Whether the principal or a holder of its mandate decided before (Awb 10:7). */
    private boolean decidedAlready(DecisionTaken taken, Used used, Entities entities) {
      if (taken.initiative() == null || taken.act() == null) {
        return false;
      }
      DecisionTerm term = DecisionTerm.of(null, null, null, settings.untilReview(), entities.now());
      List<Reason> first =
          FirstStands.in(entities)
              .decided(
                  taken.initiative(), taken.decision(), used.power(taken.act()), term, Set.of());
      return !first.isEmpty();
    }

    /**
     * Whether the decision is not the decider's to take now, however competent: the initiative is
     * gone, or a directive holds or calls in what the round is about. The outcome is recorded all
     * the same.
     */
    private static boolean waits(
        RoundOpened opened, @Nullable InitiativeRow initiative, Entities entities) {
      Set<Subject> subjects = new LinkedHashSet<>();
      subjects.add(Subject.of(opened.round()));
      subjects.add(Subject.of(opened.group()));
      if (initiative != null) {
        subjects.add(Subject.of(initiative.initiative()));
        subjects.add(Subject.of(initiative.owner()));
      }
      boolean withdrawn = initiative != null && initiative.withdrawn();
      return !StandingDirectives.in(entities).obstacles(alone(opened), subjects).isEmpty()
          || withdrawn;
    }

    private static CompetenceProof ownWork(RoundOpened opened, Entities entities) {
      return CompetenceProof.ownWork(
          opened.group(), entities.boundary().position(), entities.now());
    }

    private CompetenceProof proof(RoundOpened opened, Act act, Entities entities) {
      @Nullable PersonId proposer =
          opened.initiative() == null
              ? null
              : entities.proposerOf(opened.initiative()).orElse(null);
      Question question = new Question(decider(opened), act, proposer, null);
      return competence.check(question, entities, "CloseRound");
    }

    /** The group by the mandates it holds; where the rule has one person decide, that person. */
    private static Party decider(RoundOpened opened) {
      @Nullable PersonId one = alone(opened);
      return one == null ? Party.of(opened.group()) : Party.of(one);
    }

    private static @Nullable PersonId alone(RoundOpened opened) {
      Rule rule = opened.spec().rule();
      return rule == Rule.MANDATED || rule == Rule.ADVICE ? opened.decider() : null;
    }

    private DecisionTaken taken(
        SourcedRound round,
        @Nullable InitiativeRow initiative,
        CompetenceProof proof,
        Used used,
        Entities entities) {
      RoundOpened opened = round.opened();
      boolean moves = initiative != null && !initiative.stage().equals(opened.stage());
      return new DecisionTaken(
          new DecisionId(entities.boundary().newId("decision")),
          opened.initiative(),
          opened.title(),
          round.rule(),
          alone(opened),
          Party.of(opened.group()),
          used.principal(),
          opened.act(),
          proof,
          used.mandates(),
          used.caps(),
          moves ? opened.stage() : null,
          null,
          null,
          entities.now().plus(settings.untilReview()),
          round.id(),
          AuthorityCheck.delegation(proof).orElse(null),
          used.itself(),
          null);
    }
  }
}
