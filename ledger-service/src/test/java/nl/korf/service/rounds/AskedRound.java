package nl.korf.service.rounds;

import java.time.Instant;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.memory.Estate;
import org.jspecify.annotations.Nullable;

/** What is asked of {@link OpenRound}, one thing said at a time; each says it anew. */
final class AskedRound {

  private RoundId round = Council.ROUND;
  private @Nullable Integer textVersion;
  private @Nullable List<AskedElector> electorate;
  private RuleRef rule = new RuleRef(Council.RULE, 1);
  private @Nullable Instant deadline;
  private @Nullable PersonId decider;
  private @Nullable PersonId facilitator;
  private @Nullable PersonId castingVote;
  private @Nullable AskedAct act;
  private @Nullable String stage;
  private @Nullable RoundId follows;
  private @Nullable Call call;

  private AskedRound copy() {
    AskedRound copy = new AskedRound();
    copy.round = round;
    copy.textVersion = textVersion;
    copy.electorate = electorate;
    copy.rule = rule;
    copy.deadline = deadline;
    copy.decider = decider;
    copy.facilitator = facilitator;
    copy.castingVote = castingVote;
    copy.act = act;
    copy.stage = stage;
    copy.follows = follows;
    copy.call = call;
    return copy;
  }

  AskedRound as(String id) {
    AskedRound copy = copy();
    copy.round = new RoundId(id);
    return copy;
  }

  AskedRound onText(int version) {
    AskedRound copy = copy();
    copy.textVersion = version;
    return copy;
  }

  AskedRound by(AskedElector... electors) {
    AskedRound copy = copy();
    copy.electorate = List.of(electors);
    return copy;
  }

  AskedRound under(RuleRef other) {
    AskedRound copy = copy();
    copy.rule = other;
    return copy;
  }

  AskedRound until(Instant instant) {
    AskedRound copy = copy();
    copy.deadline = instant;
    return copy;
  }

  AskedRound decidedBy(PersonId person) {
    AskedRound copy = copy();
    copy.decider = person;
    return copy;
  }

  AskedRound facilitatedBy(PersonId person) {
    AskedRound copy = copy();
    copy.facilitator = person;
    return copy;
  }

  AskedRound tiesBrokenBy(PersonId person) {
    AskedRound copy = copy();
    copy.castingVote = person;
    return copy;
  }

  AskedRound on(AskedAct asked) {
    AskedRound copy = copy();
    copy.act = asked;
    return copy;
  }

  AskedRound into(String next) {
    AskedRound copy = copy();
    copy.stage = next;
    return copy;
  }

  AskedRound after(RoundId earlier, Call why) {
    AskedRound copy = copy();
    copy.follows = earlier;
    copy.call = why;
    return copy;
  }

  OpenRound command() {
    return new OpenRound(
        round,
        Estate.GROUP,
        Estate.INITIATIVE,
        textVersion,
        null,
        null,
        electorate,
        rule,
        deadline,
        decider,
        facilitator,
        castingVote,
        act,
        stage,
        follows,
        call,
        null);
  }
}
