package nl.korf.service.directives;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.directives.Issuer;
import nl.korf.model.directives.StepIn;
import nl.korf.model.directives.Target;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.Question;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RecordedUse;
import nl.korf.service.entities.SourcedKnowledge;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.StandingDirectives;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A role or body steps in from above, in the open. It needs a legal basis, a reason and an end;
 * whatever binds needs a place above, and calling in or replacing the power itself (Awb 10:6, 10:7,
 * 10:16, 10:17).
 *
 * @param directive null: the ledger gives an identifier
 * @param issuer the role or body that steps in; the person acts as it
 * @param act the act stepped into, where the target does not say; needed to call in or replace
 * @param expiresAt when it lapses; null, for a hold only: after the term of this ledger
 * @param text the direction in words, or the text that stands beside the group's
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record IssueDirective(
    @Nullable DirectiveId directive,
    DirectiveType type,
    Subject target,
    Party issuer,
    @Nullable AskedAct act,
    LegalReference legalBasis,
    @Nullable Instant expiresAt,
    @Nullable String text,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  /** Types that say nothing without words. */
  private static final Set<DirectiveType> IN_WORDS =
      Set.of(DirectiveType.RECOMMEND, DirectiveType.INSTRUCT, DirectiveType.REPLACE);

  private static final RecordedUse NO_USE =
      (mandate, category, on) -> new RecordedUse.Known(0, List.of());

  static final class Handler implements Verb<IssueDirective> {

    private final Competence competence;
    private final ReadModels readModels;
    private final Duration holdTerm;

    Handler(Competence competence, ReadModels readModels, Duration holdTerm) {
      this.competence = competence;
      this.readModels = readModels;
      this.holdTerm = holdTerm;
    }

    @Override
    public Class<IssueDirective> command() {
      return IssueDirective.class;
    }

    @Override
    public Decided decide(IssueDirective command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DirectiveId id =
          command.directive() != null
              ? command.directive()
              : new DirectiveId(boundary.newId("directive"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      reasons.free(entities, id);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      @Nullable FreeText text =
          IN_WORDS.contains(command.type())
              ? Texts.required("text", command.text(), reasons)
              : Texts.of("text", command.text(), reasons);
      issuer(command.issuer(), entities, reasons);
      @Nullable Act asked = command.act() == null ? null : command.act().act();
      Target target = Targets.in(entities).target(command.target(), reasons).about(asked);
      somethingLeft(command, entities, reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      actsAsIssuer(by, command.issuer(), entities, reasons);
      Knowledge knowledge = knowledge(target, entities);
      Issuer issuer = Issuer.of(command.issuer(), knowledge);
      StepIn.Authority above = StepIn.authority(command.type(), issuer, target, knowledge);
      reasons.addAll(above.reasons());
      @Nullable CompetenceProof proof = power(command, issuer, target, entities, reasons);
      @Nullable Instant expiresAt =
          Expiry.of(command.type(), command.expiresAt(), entities.now(), holdTerm, reasons);
      reasons.refuseIfAny();
      return issued(
          new DirectiveIssued(
              id,
              command.type(),
              command.target(),
              target.group(),
              command.issuer(),
              above.principal(),
              by,
              target.act(),
              proof,
              command.legalBasis(),
              Expiry.given(expiresAt),
              text,
              reason),
          entities);
    }

    private static Decided issued(DirectiveIssued fact, Entities entities) {
      return Decided.facts(fact)
          .before(Expiry.earlier(entities.firstEnd(), fact.expiresAt()))
          .onBehalfOf(fact.issuer());
    }

    private static void issuer(Party issuer, Entities entities, Reasons reasons) {
      switch (issuer.kind()) {
        case ROLE -> reasons.role(entities, new RoleId(issuer.id()));
        case BODY -> reasons.body(entities, new BodyId(issuer.id()));
        case PERSON, GROUP -> {
          reasons.add(
              Refusal.VALUE_MALFORMED,
              "field",
              "issuer",
              "value",
              issuer,
              "problem",
              "a role or a body issues directives");
          throw reasons.refusal();
        }
      }
    }

    private static void actsAsIssuer(
        PersonId by, Party issuer, Entities entities, Reasons reasons) {
      reasons.when(
          !StandingDirectives.in(entities).actsAs(by, issuer),
          Refusal.NOT_THE_ISSUER,
          "person",
          by,
          "issuer",
          issuer);
    }

    private static void somethingLeft(IssueDirective command, Entities entities, Reasons reasons) {
      DirectiveType type = command.type();
      if (type == DirectiveType.HOLD || type == DirectiveType.CALL_IN) {
        Targets.in(entities)
            .decidedAt(command.target())
            .ifPresent(position ->
                reasons.add(
                    Refusal.NOTHING_LEFT_TO_DECIDE,
                    "target",
                    command.target(),
                    "type",
                    type,
                    "position",
                    position));
      }
      if (type == DirectiveType.HOLD) {
        StandingDirectives.in(entities).on(command.target()).stream()
            .filter(row -> row.type() == DirectiveType.HOLD)
            .filter(row -> row.issuer().equals(command.issuer()))
            .forEach(row ->
                reasons.add(
                    Refusal.HOLD_STANDS,
                    "issuer",
                    row.issuer(),
                    "target",
                    row.target(),
                    "directive",
                    row.directive(),
                    "position",
                    entities.origin(row).position(),
                    "until",
                    row.expiresAt()));
      }
    }

    /** Holders are no tags: which mandates the group holds is asked of the read models. */
    private Knowledge knowledge(Target target, Entities entities) {
      Set<Party> holders = new LinkedHashSet<>();
      if (target.group() != null) {
        holders.add(Party.of(target.group()));
      }
      target.organisations().forEach(body -> holders.add(Party.of(body)));
      readModels.await(entities.boundary().position());
      Knowledge world = readModels.asOf(readModels.position(), entities.now());
      return new SourcedKnowledge(entities, world.mandatesHeldBy(holders), NO_USE);
    }

    /** Competence of the issuer itself, whatever else the person may do. */
    private @Nullable CompetenceProof power(
        IssueDirective command, Issuer issuer, Target target, Entities entities, Reasons reasons) {
      if (!StepIn.needsPower(command.type())) {
        return null;
      }
      Act act = target.act();
      if (act == null) {
        reasons.add(Refusal.VALUE_MISSING, "field", "act");
        return null;
      }
      @Nullable CompetenceProof proof = null;
      for (Party party : issuer.counts()) {
        proof =
            competence.check(
                new Question(party, act, null, null), entities, "IssueDirective", "as/" + party);
        if (proof.verdict() == Verdict.COMPETENT) {
          return proof;
        }
      }
      if (proof != null) {
        reasons.addAll(StepIn.power(command.type(), issuer, target, act, proof));
      }
      return proof;
    }
  }
}
