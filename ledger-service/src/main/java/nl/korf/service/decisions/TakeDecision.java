package nl.korf.service.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.decisions.DecisionTerm;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.Question;
import nl.korf.service.authority.Used;
import nl.korf.service.decisions.Replacing.Replaced;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.FirstStands;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.StandingDirectives;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A competent holder decides (rule MANDATED). Accepted only if the whole chain stands unrevoked at
 * the position where the decision lands; the fact carries the proof.
 *
 * @param decision null: the ledger gives an identifier
 * @param initiative what is decided about, or null
 * @param decidedFor in whose work; null: the group that owns the initiative
 * @param mandate the mandate to use; null: the one by which the path is shortest
 * @param stage the stage the initiative moves to by this
 * @param by who decides; null: who asks. A registrar records the decision of another
 * @param round the round whose outcome is carried out, where the group was not competent itself
 * @param expiresAt when it no longer works; null: it has no end of its own
 * @param reviewAt when it is to be reviewed; null: after the usual time
 * @param supersedes the decisions whose place it takes, whole
 */
public record TakeDecision(
    @Nullable DecisionId decision,
    @Nullable InitiativeId initiative,
    LocalizedText title,
    AskedAct act,
    @Nullable Party decidedFor,
    @Nullable MandateId mandate,
    @Nullable String stage,
    @Nullable Instant effectiveFrom,
    @Nullable String motivation,
    @Nullable PersonId by,
    @Nullable RoundId round,
    @Nullable Instant expiresAt,
    @Nullable Instant reviewAt,
    List<Supersedes> supersedes)
    implements Command {

  /**
   * A decision whose place is taken.
   *
   * @param revives whether it works again should the new one be repealed; null: no
   */
  public record Supersedes(DecisionId decision, @Nullable Boolean revives) {}

  public TakeDecision {
    supersedes = List.copyOf(supersedes);
  }

  /** A decision without an end, reviewed after the usual time, that replaces none. */
  public TakeDecision(
      @Nullable DecisionId decision,
      @Nullable InitiativeId initiative,
      LocalizedText title,
      AskedAct act,
      @Nullable Party decidedFor,
      @Nullable MandateId mandate,
      @Nullable String stage,
      @Nullable Instant effectiveFrom,
      @Nullable String motivation,
      @Nullable PersonId by) {
    this(
        decision,
        initiative,
        title,
        act,
        decidedFor,
        mandate,
        stage,
        effectiveFrom,
        motivation,
        by,
        null,
        null,
        null,
        List.of());
  }

  private static final String GATE = "TakeDecision";

  static final class Handler implements Verb<TakeDecision> {

    private final Competence competence;

    private final DecisionSettings settings;

    Handler(Competence competence, DecisionSettings settings) {
      this.competence = competence;
      this.settings = settings;
    }

    @Override
    public Class<TakeDecision> command() {
      return TakeDecision.class;
    }

    @Override
    public Decided decide(TakeDecision asked, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      @Nullable SourcedRound round = CarriedOut.round(asked, entities, reasons).orElse(null);
      TakeDecision command = round == null ? asked : CarriedOut.completed(asked, round);
      DecisionId id =
          command.decision() != null
              ? command.decision()
              : new DecisionId(boundary.newId("decision"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      reasons.free(entities, id);
      @Nullable InitiativeRow initiative = initiative(command, entities, reasons);
      DecisionTerm term = term(command, entities);
      reasons.addAll(term.problems(entities.now()));
      if (command.decidedFor() != null) {
        reasons.party(entities, command.decidedFor());
      }
      @Nullable FreeText motivation = Texts.of("motivation", command.motivation(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Act act = command.act().act();
      StandingDirectives.in(entities).notHeld(reasons, by, subjects(command, initiative, round));
      CompetenceProof proof = competent(command, id, by, act, entities, reasons);
      Used used = Used.by(proof, act, entities);
      Replaced replaced =
          new Replacing(id, term.from(), by, competence, entities)
              .all(command.supersedes(), command.effectiveFrom(), GATE, reasons);
      if (initiative != null && proof.verdict() == Verdict.COMPETENT) {
        reasons.addAll(
            FirstStands.in(entities)
                .decided(initiative.initiative(), id, used.power(act), term, replaced.decisions()));
      }
      reasons.refuseIfAny();
      List<Fact> facts = new ArrayList<>();
      DecisionTaken taken = taken(command, id, by, act, initiative, term, proof, used, motivation);
      facts.add(
          round == null
              ? taken
              : taken.carryingOut(round.id(), round.rule(), round.opened().group()));
      facts.addAll(replaced.facts());
      return Decided.facts(facts.toArray(Fact[]::new))
          .before(
              DecisionEntities.in(entities).firstEnd(replaced.lives().toArray(DecisionLife[]::new)))
          .onBehalfOf(used.principal() == null ? null : "body:" + used.principal());
    }

    private DecisionTerm term(TakeDecision command, Entities entities) {
      return DecisionTerm.of(
          command.effectiveFrom(),
          command.expiresAt(),
          command.reviewAt(),
          settings.untilReview(),
          entities.now());
    }

    private static @Nullable InitiativeRow initiative(
        TakeDecision command, Entities entities, Reasons reasons) {
      InitiativeId id = command.initiative();
      if (id == null) {
        return null;
      }
      InitiativeRow row =
          Reasons.subject(
              command.stage() == null ? entities.initiative(id) : entities.initiativeWithStage(id),
              id);
      if (row.withdrawn()) {
        reasons.ended(entities, row, Refusal.INITIATIVE_WITHDRAWN, "initiative", id);
      }
      reasons.when(
          Objects.equals(row.stage(), command.stage()),
          Refusal.STAGE_SAME,
          "initiative",
          id,
          "stage",
          row.stage(),
          "position",
          entities.origin(row).position());
      return row;
    }

    /** Everything a directive could have been aimed at that this would decide. */
    private static Set<Subject> subjects(
        TakeDecision command, @Nullable InitiativeRow initiative, @Nullable SourcedRound round) {
      Set<Subject> subjects = new LinkedHashSet<>();
      if (initiative != null) {
        subjects.add(Subject.of(initiative.initiative()));
        subjects.add(Subject.of(initiative.owner()));
      }
      Party decidedFor = command.decidedFor();
      if (decidedFor != null && decidedFor.kind() == Party.Kind.GROUP) {
        subjects.add(Subject.of(new GroupId(decidedFor.id())));
      }
      if (round != null) {
        subjects.add(Subject.of(round.id()));
        subjects.add(Subject.of(round.opened().group()));
      }
      return subjects;
    }

    private CompetenceProof competent(
        TakeDecision command,
        DecisionId id,
        PersonId by,
        Act act,
        Entities entities,
        Reasons reasons) {
      @Nullable PersonId proposer =
          command.initiative() == null
              ? null
              : entities.proposerOf(command.initiative()).orElse(null);
      Question question = Question.about(by, act, proposer, command.mandate());
      if (command.mandate() != null) {
        reasons.need(entities.mandate(command.mandate()), command.mandate());
      }
      CompetenceProof proof = competence.check(question, entities, GATE);
      reasons.addAll(AuthorityCheck.reasons(id, by, act, proof));
      return proof;
    }

    private static DecisionTaken taken(
        TakeDecision command,
        DecisionId id,
        PersonId by,
        Act act,
        @Nullable InitiativeRow initiative,
        DecisionTerm term,
        CompetenceProof proof,
        Used used,
        @Nullable FreeText motivation) {
      Party owner = initiative == null ? null : Party.of(initiative.owner());
      return new DecisionTaken(
          id,
          command.initiative(),
          command.title(),
          Rule.MANDATED,
          by,
          command.decidedFor() == null ? owner : command.decidedFor(),
          used.principal(),
          act,
          proof,
          used.mandates(),
          used.caps(),
          command.stage(),
          command.effectiveFrom(),
          term.expiresAt(),
          term.reviewAt(),
          null,
          AuthorityCheck.delegation(proof).orElse(null),
          used.itself(),
          motivation);
    }
  }
}
