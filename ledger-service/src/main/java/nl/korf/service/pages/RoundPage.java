package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ResponseKind;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Select;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.Actor;
import nl.korf.service.rounds.RuleSentences;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A round: the question, the rule in words, who said what, and what it would be now. */
@Controller
class RoundPage {

  private final Frames frames;
  private final Names names;
  private final RoundsView rounds;
  private final RuleSentences sentences;
  private final FactLog log;

  RoundPage(Frames frames, Names names, RoundsView rounds, RuleSentences sentences, FactLog log) {
    this.frames = frames;
    this.names = names;
    this.rounds = rounds;
    this.sentences = sentences;
    this.log = log;
  }

  /**
   * A round in its head lines.
   *
   * @param about the title of the initiative, or null
   * @param state {@code OPEN} or the outcome
   * @param wouldBe the outcome if nothing more were said; null once it is closed
   * @param failed the first condition that does not hold, or null
   */
  public record Head(
      Said title,
      Said group,
      String groupId,
      @Nullable String initiative,
      @Nullable Said about,
      String rule,
      @Nullable FreeText proposal,
      Instant opened,
      Instant deadline,
      String state,
      @Nullable String wouldBe,
      @Nullable String failed) {}

  /** How it was counted, in weight. */
  public record Counted(
      long yes, long no, long abstain, long electorate, int ballots, int electors) {}

  /**
   * Somebody who may answer.
   *
   * @param choice what they answered last, or null
   */
  public record Voice(
      Said name,
      int weight,
      @Nullable Said onBehalfOf,
      @Nullable String choice,
      @Nullable FreeText reason,
      @Nullable Instant since) {}

  /** An objection and where it stands. */
  public record Objected(
      String id, Said by, String state, boolean stands, @Nullable FreeText reason, Instant since) {}

  /** What was said beside ballots. */
  public record Response(
      String kind,
      Said party,
      Said person,
      String content,
      @Nullable FreeText words,
      Instant since) {}

  @GetMapping("/rounds/{round}")
  String round(
      @PathVariable RoundId round,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Held<RoundRow> held =
        rounds.find(asOf, round).orElseThrow(() -> new NotFound("round " + round));
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    Answered answered = Answered.in(round, asOf.position(), log);
    Computed computed = Outcomes.of(answered.state());
    model.addAttribute("frame", frame);
    model.addAttribute("round", head(held, computed, answered, spoken, frame));
    model.addAttribute("counted", counted(computed));
    model.addAttribute("voices", voices(round, asOf, answered, spoken));
    model.addAttribute("objections", objections(round, asOf, answered, spoken));
    model.addAttribute("responses", responses(round, asOf, answered, spoken));
    model.addAttribute("actions", actions(held.row(), frame));
    model.addAttribute("shared", frame.say(held.row().title()).text());
    return "round";
  }

  private Head head(
      Held<RoundRow> held, Computed computed, Answered answered, Names.Spoken spoken, Frame frame) {
    RoundRow row = held.row();
    boolean open = row.outcome() == null;
    RoundState state = answered.state();
    InitiativeId initiative = row.initiative();
    return new Head(
        frame.say(row.title()),
        spoken.of(Party.of(row.group())),
        row.group().value(),
        initiative == null ? null : initiative.value(),
        initiative == null ? null : spoken.of(initiative),
        sentences.of(row.spec(), frame.locale(), party -> spoken.of(party).text()),
        answered.words(row.openedAt()),
        log.recordedAt(row.openedAt()).orElse(held.from()),
        state.deadline(),
        row.outcome() == null ? "OPEN" : row.outcome().name(),
        open ? computed.outcome().name() : null,
        open ? computed.failed() : row.failed());
  }

  private static Counted counted(Computed computed) {
    var tally = computed.tally();
    return new Counted(
        tally.yes(),
        tally.no(),
        tally.abstain(),
        tally.electorate(),
        tally.ballots(),
        tally.electors());
  }

  private List<Voice> voices(RoundId round, AsOf asOf, Answered answered, Names.Spoken spoken) {
    Map<PersonId, Held<BallotRow>> ballots = new HashMap<>();
    rounds
        .ballots(asOf, round, null, Select.PAGE_ROWS_MAX)
        .items()
        .forEach(held -> ballots.put(held.row().person(), held));
    List<Voice> voices = new ArrayList<>();
    for (Held<ElectorRow> held : rounds.electors(asOf, round, null, Select.PAGE_ROWS_MAX).items()) {
      ElectorRow elector = held.row();
      Held<BallotRow> ballot = ballots.get(elector.person());
      Party party = elector.onBehalfOf();
      voices.add(
          new Voice(
              spoken.of(elector.person()),
              elector.weight(),
              party == null ? null : spoken.of(party),
              ballot == null ? null : ballot.row().choice().name(),
              ballot == null ? null : answered.words(ballot.row().castAt()),
              ballot == null ? null : ballot.from()));
    }
    return voices;
  }

  private List<Objected> objections(
      RoundId round, AsOf asOf, Answered answered, Names.Spoken spoken) {
    return rounds.objections(asOf, round, null, Select.PAGE_ROWS_MAX).items().stream()
        .map(held -> objected(held, answered, spoken))
        .toList();
  }

  private static Objected objected(
      Held<ObjectionRow> held, Answered answered, Names.Spoken spoken) {
    ObjectionRow row = held.row();
    boolean stands =
        switch (row.state()) {
          case RAISED, SUSTAINED -> true;
          case DISMISSED, INTEGRATED, WITHDRAWN -> false;
        };
    return new Objected(
        row.objection().value(),
        spoken.of(row.person()),
        row.state().name(),
        stands,
        answered.words(row.raisedAt()),
        held.from());
  }

  private List<Response> responses(
      RoundId round, AsOf asOf, Answered answered, Names.Spoken spoken) {
    return Stream.of(ResponseKind.values())
        .flatMap(kind ->
            rounds.responses(asOf, round, kind, null, Select.PAGE_ROWS_MAX).items().stream())
        .map(held -> response(held, answered, spoken))
        .toList();
  }

  private static Response response(Held<ResponseRow> held, Answered answered, Names.Spoken spoken) {
    ResponseRow row = held.row();
    return new Response(
        row.kind().name(),
        spoken.of(row.party()),
        spoken.of(row.person()),
        row.content().isEmpty() ? "NONE" : row.content(),
        answered.words(row.saidAt()),
        held.from());
  }

  private static List<Actions.Action> actions(RoundRow row, Frame frame) {
    if (row.outcome() != null) {
      return Actions.with(frame, "decisions", "round", row.round().value());
    }
    List<String> routes = new ArrayList<>(List.of("ballots", "objections", "recusals"));
    if (!row.spec().advisers().isEmpty()) {
      routes.add("advice");
    }
    if (!row.spec().mustAgree().isEmpty()) {
      routes.add("agreements");
    }
    if (!row.spec().vetoers().isEmpty()) {
      routes.add("vetoes");
    }
    if (row.castingVote() != null) {
      routes.add("casting-votes");
    }
    routes.addAll(List.of("closings", "withdrawals"));
    return Actions.about(frame, "/rounds/" + row.round(), routes.toArray(String[]::new));
  }
}
