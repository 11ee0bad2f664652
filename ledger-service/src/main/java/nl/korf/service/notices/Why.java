package nl.korf.service.notices;

import java.util.List;
import java.util.Optional;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.PersonId;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.notices.Followed;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.RecipientRules;
import nl.korf.model.notices.Recipients;
import nl.korf.projections.Reads;
import nl.korf.service.notices.Conditions.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was told of a fact, or was not: from what is stored, and from what was looked at.
 */
public final class Why {

  private final Notices notices;
  private final Subscriptions subscriptions;
  private final FactLog log;
  private final Reads reads;
  private final RecipientRules rules;

  Why(
      Notices notices,
      Subscriptions subscriptions,
      FactLog log,
      Reads reads,
      RecipientRules rules) {
    this.notices = notices;
    this.subscriptions = subscriptions;
    this.log = log;
    this.reads = reads;
    this.rules = rules;
  }

  /** How it came out. */
  public enum Verdict {
    TOLD,
    /** Nothing they stand in or follow is touched. */
    NOT_TOLD,
    /** It was their own act. */
    OWN_ACT,
    /** The telling has not come that far. */
    NOT_YET
  }

  /** How one subscription met the fact. */
  public enum Meeting {
    MATCHED,
    /** It is about something the fact does not touch. */
    OTHER_SUBJECT,
    /** Its condition does not hold. */
    CONDITION_FAILS,
    /** It speaks of what concerns the person, and this does not. */
    NOT_CONCERNED
  }

  /** A subscription that was looked at. */
  public record Looked(Subscription subscription, Meeting meeting) {}

  /**
   * The answer.
   *
   * @param type of the fact
   * @param reasons as stored; empty where they were not told
   * @param relations everything by which the fact has people told, and how many it found
   * @param subscriptions what the person followed then
   * @param touched what the fact is about
   */
  public record Answer(
      long position,
      String type,
      Verdict verdict,
      List<Reason> reasons,
      List<Recipients.Asked> relations,
      List<Looked> subscriptions,
      List<String> touched) {}

  /** The answer for one person; empty where the ledger has no such position. */
  public Optional<Answer> about(PersonId person, long position) {
    return log.at(position).map(fact -> about(person, fact));
  }

  private Answer about(PersonId person, StoredFact stored) {
    Telling telling = new Telling(reads, log, rules);
    Telling.Seen seen = telling.see(stored);
    Recipients byPlace = telling.recipients(seen);
    List<Looked> looked =
        subscriptions.of(person, stored.position()).stream()
            .map(one -> new Looked(one, meeting(one, seen, byPlace.reasons().containsKey(person))))
            .toList();
    Optional<Notice> notice = notices.find(person, stored.position());
    return new Answer(
        stored.position(),
        FactTypes.nameOf(seen.fact().fact()),
        verdict(person, stored.position(), notice.orElse(null), byPlace),
        notice.map(Notice::reasons).orElse(List.of()),
        byPlace.asked(),
        looked,
        seen.touched().subjects());
  }

  private Verdict verdict(
      PersonId person, long position, @Nullable Notice notice, Recipients byPlace) {
    if (notice != null) {
      return Verdict.TOLD;
    }
    if (position > notices.told()) {
      return Verdict.NOT_YET;
    }
    return person.equals(byPlace.actor()) ? Verdict.OWN_ACT : Verdict.NOT_TOLD;
  }

  private static Meeting meeting(Subscription one, Telling.Seen seen, boolean concerned) {
    if (one.followed().kind() == Followed.Kind.CONCERNS_ME) {
      return concerned ? held(one, seen) : Meeting.NOT_CONCERNED;
    }
    return seen.touched().keys().contains(one.key()) ? held(one, seen) : Meeting.OTHER_SUBJECT;
  }

  private static Meeting held(Subscription one, Telling.Seen seen) {
    String condition = one.condition();
    if (condition == null) {
      return Meeting.MATCHED;
    }
    try {
      Condition compiled = Conditions.compile(condition);
      return compiled.holds(seen.variables().get()) ? Meeting.MATCHED : Meeting.CONDITION_FAILS;
    } catch (Conditions.Unfit unfit) {
      return Meeting.CONDITION_FAILS;
    }
  }
}
