package nl.korf.service.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.ProgrammeEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRound;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A group puts a question to a round; everything the outcome depends on is frozen here.
 *
 * @param round null: the ledger gives an identifier
 * @param initiative what is decided about, with its text as it stands; null: a programme, or the
 *     question in {@code proposal}
 * @param textVersion the version that was read; null: the present one
 * @param title null: that of the initiative
 * @param electorate null: every member of the group, with weight 1
 * @param deadline null: the rule's period from now
 * @param decider ADVICE and MANDATED: who decides
 * @param facilitator who tests objections; null: nobody does
 * @param castingVote who may break a tie; null: nobody
 * @param act what is decided on with a power; null: the group decides on its own work
 * @param stage the stage the initiative moves to when it is adopted and decided
 * @param follows the round this one repeats, with {@code call} for why
 */
public record OpenRound(
    @Nullable RoundId round,
    GroupId group,
    @Nullable InitiativeId initiative,
    @Nullable Integer textVersion,
    @Nullable ProgrammeId programme,
    @Nullable LocalizedText title,
    @Nullable List<AskedElector> electorate,
    RuleRef rule,
    @Nullable Instant deadline,
    @Nullable PersonId decider,
    @Nullable PersonId facilitator,
    @Nullable PersonId castingVote,
    @Nullable AskedAct act,
    @Nullable String stage,
    @Nullable RoundId follows,
    @Nullable Call call,
    @Nullable String proposal)
    implements Command {

  static final class Handler implements Verb<OpenRound> {

    @Override
    public Class<OpenRound> command() {
      return OpenRound.class;
    }

    @Override
    public Decided decide(OpenRound command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      RoundEntities rounds = RoundEntities.in(entities);
      Reasons reasons = new Reasons();
      RoundId id = command.round() != null ? command.round() : new RoundId(boundary.newId("round"));
      GroupRow group = Reasons.subject(entities.group(command.group()), command.group());
      mayOpen(command.group(), entities, reasons);
      reasons.free(entities, id);
      reasons.active(entities, group);
      @Nullable InitiativeRow initiative = initiative(command, entities, reasons);
      Optional<RuleSpec> spec = Specs.forRound(command, rounds, reasons);
      spec.ifPresent(found -> Specs.check(found, entities, reasons));
      people(command, spec, entities, reasons);
      Calls.check(command, rounds, reasons);
      List<Elector> electorate =
          Electorates.of(id, command.group(), command.electorate(), entities, reasons);
      deciderAnswers(command, id, electorate, reasons);
      @Nullable FreeText proposal = Texts.of("proposal", command.proposal(), reasons);
      LocalizedText title = title(command, initiative, proposal, reasons);
      Instant now = entities.now();
      Instant deadline = deadline(command, spec, now);
      reasons.when(!deadline.isAfter(now), Refusal.PERIOD_EMPTY, "from", now, "until", deadline);
      reasons.refuseIfAny();
      RoundOpened opened =
          new RoundOpened(
              id,
              command.group(),
              command.initiative(),
              initiative == null ? 0 : initiative.version(),
              command.programme(),
              title,
              electorate,
              command.rule(),
              spec.orElseThrow(),
              deadline,
              adviceDeadline(spec.orElseThrow(), now, deadline),
              command.decider(),
              command.facilitator(),
              command.castingVote(),
              command.act() == null ? null : command.act().act(),
              command.stage(),
              command.follows(),
              command.call(),
              proposal);
      return Decided.facts(opened).before(deadline).onBehalfOf(Party.of(command.group()));
    }

    private static void mayOpen(GroupId group, Entities entities, Reasons reasons) {
      Standing standing = Standing.in(entities);
      reasons.when(
          !standing.registrar() && !standing.memberOf(group) && !standing.leadsOrLeadsParent(group),
          Refusal.NOT_IN_GROUP,
          "actor",
          entities.boundary().actor(),
          "group",
          group);
    }

    private static @Nullable InitiativeRow initiative(
        OpenRound command, Entities entities, Reasons reasons) {
      if (command.programme() != null) {
        ProgrammeEntities.in(entities).running(command.programme(), reasons);
      }
      @Nullable InitiativeId id = command.initiative();
      if (id == null) {
        reasons.when(command.stage() != null, Refusal.VALUE_MISSING, "field", "initiative");
        return null;
      }
      InitiativeRow row = Reasons.subject(entities.initiative(id), id);
      if (row.withdrawn()) {
        reasons.ended(entities, row, Refusal.INITIATIVE_WITHDRAWN, "initiative", id);
      }
      reasons.when(
          !row.owner().equals(command.group()) && !row.participants().contains(command.group()),
          Refusal.NOT_ITS_INITIATIVE,
          "group",
          command.group(),
          "initiative",
          id,
          "owner",
          row.owner());
      if (command.textVersion() != null && command.textVersion() != row.version()) {
        reasons.add(
            Refusal.TEXT_REVISED_SINCE,
            "initiative",
            id,
            "version",
            row.version(),
            "based",
            command.textVersion());
      }
      RoundEntities.in(entities).openOn(id).stream()
          .filter(open -> open.opened().group().equals(command.group()))
          .forEach(open -> alreadyOpen(open, id, reasons));
      return row;
    }

    private static void alreadyOpen(SourcedRound open, InitiativeId id, Reasons reasons) {
      reasons.add(
          Refusal.ROUND_ALREADY_OPEN,
          "open",
          open.id(),
          "group",
          open.opened().group(),
          "initiative",
          id,
          "position",
          open.position(),
          "deadline",
          open.deadline());
    }

    private static void people(
        OpenRound command, Optional<RuleSpec> spec, Entities entities, Reasons reasons) {
      known(command.decider(), entities, reasons);
      known(command.facilitator(), entities, reasons);
      known(command.castingVote(), entities, reasons);
      boolean one =
          spec.filter(found -> found.rule() == Rule.ADVICE || found.rule() == Rule.MANDATED)
              .isPresent();
      reasons.when(one && command.decider() == null, Refusal.VALUE_MISSING, "field", "decider");
      if (!one && spec.isPresent() && command.decider() != null) {
        reasons.add(
            Refusal.VALUE_MALFORMED,
            "field",
            "decider",
            "value",
            command.decider(),
            "problem",
            "under " + spec.get().rule() + " nobody decides alone");
      }
    }

    /** Who decides alone answers in the round as well. */
    private static void deciderAnswers(
        OpenRound command, RoundId id, List<Elector> electorate, Reasons reasons) {
      @Nullable PersonId decider = command.decider();
      if (decider != null && electorate.stream().noneMatch(one -> one.person().equals(decider))) {
        reasons.add(Refusal.NOT_AN_ELECTOR, "person", decider, "round", id);
      }
    }

    private static void known(@Nullable PersonId person, Entities entities, Reasons reasons) {
      if (person != null) {
        reasons.need(entities.person(person), person);
      }
    }

    private static LocalizedText title(
        OpenRound command,
        @Nullable InitiativeRow initiative,
        @Nullable FreeText proposal,
        Reasons reasons) {
      reasons.when(
          initiative == null && command.programme() == null && proposal == null,
          Refusal.VALUE_MISSING,
          "field",
          "proposal");
      if (command.title() != null) {
        return command.title();
      }
      if (initiative == null) {
        throw reasons.add(Refusal.VALUE_MISSING, "field", "title").refusal();
      }
      return initiative.title();
    }

    private static Instant deadline(OpenRound command, Optional<RuleSpec> spec, Instant now) {
      if (command.deadline() != null) {
        return command.deadline().truncatedTo(ChronoUnit.MICROS);
      }
      return now.plus(spec.map(RuleSpec::period).orElse(Duration.ofDays(1)));
    }

    private static @Nullable Instant adviceDeadline(RuleSpec spec, Instant now, Instant deadline) {
      if (spec.rule() != Rule.ADVICE) {
        return null;
      }
      @Nullable Duration period = spec.advicePeriod();
      Instant asked = now.plus(period == null ? spec.period() : period);
      return asked.isBefore(deadline) ? asked : deadline;
    }
  }
}
