package nl.korf.service.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Cadence;
import nl.korf.service.notices.Channel;
import nl.korf.service.notices.Offered;
import nl.korf.service.notices.Subscription;
import nl.korf.service.notices.Subscriptions;
import nl.korf.service.notices.Subscriptions.Asked;
import nl.korf.service.notices.Subscriptions.NotMade;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.PersonNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes requests to follow, told all that is wrong with one at once; the same for pages and API.
 */
@Component
final class SubscriptionDesk {

  private static final String FROM = "/from";

  private final Subscriptions subscriptions;
  private final Offered offered;
  private final Things things;

  SubscriptionDesk(Subscriptions subscriptions, Offered offered, Things things) {
    this.subscriptions = subscriptions;
    this.offered = offered;
    this.things = things;
  }

  /** Whose notices are asked for; throws {@link PersonNeeded} without. */
  static PersonId person(Actor actor) {
    return actor.boundPerson().orElseThrow(PersonNeeded::new);
  }

  List<Channel> channels() {
    return offered.inOrder();
  }

  Subscription make(UUID id, PersonId person, Asked asked) {
    require(asked);
    try {
      return subscriptions.make(id, person, asked);
    } catch (NotMade notMade) {
      throw told(notMade, id, asked);
    }
  }

  Optional<Subscription> change(UUID id, PersonId person, Asked asked) {
    require(asked);
    if (asked.from() != null) {
      throw new InvalidRequest(
          FROM, Fault.WRONG_VALUE, "value", asked.from().toString(), "expected", "–");
    }
    return subscriptions.change(id, person, asked);
  }

  private static RuntimeException told(NotMade notMade, UUID id, Asked asked) {
    return switch (notMade.fault()) {
      case ID_USED -> new CommandIdReused(id, 0);
      case TOO_MANY ->
          new Refused(
              Refusal.VALUE_MALFORMED,
              "field",
              "subscriptions",
              "value",
              Long.toString(notMade.limit() + 1),
              "problem",
              "≤ " + notMade.limit());
      case BEYOND_HEAD ->
          new InvalidRequest(
              FROM,
              Fault.BEYOND_HEAD,
              "position",
              String.valueOf(asked.from()),
              "head",
              Long.toString(notMade.limit()));
    };
  }

  private void require(Asked asked) {
    List<Refused.Reason> wrong = new ArrayList<>();
    if (asked.below() && !asked.followed().kind().hasBelow()) {
      wrong.add(malformed("below", "true", "false (" + asked.followed().kind().word() + ")"));
    }
    if (!offered.channels().contains(asked.channel())) {
      wrong.add(malformed("channel", asked.channel().name(), "∈ " + offered.inOrder()));
    }
    if (asked.channel() == Channel.INBOX && asked.cadence() != Cadence.AT_ONCE) {
      wrong.add(malformed("cadence", asked.cadence().name(), "AT_ONCE (INBOX)"));
    }
    if (!List.of("nl", "en").contains(asked.language())) {
      wrong.add(malformed("language", asked.language(), "nl, en"));
    }
    if (asked.from() != null && asked.from() < 0) {
      wrong.add(malformed("from", asked.from().toString(), "≥ 0"));
    }
    condition(asked.condition(), wrong);
    try {
      things.require(asked.followed());
    } catch (Refused unknown) {
      wrong.addAll(unknown.reasons());
    }
    Refused.unlessEmpty(wrong);
  }

  private static void condition(@Nullable String condition, List<Refused.Reason> wrong) {
    if (condition == null) {
      return;
    }
    if (condition.length() > Subscription.CONDITION_MAX) {
      wrong.add(
          malformed(
              "condition", condition.substring(0, 40) + "…", "≤ " + Subscription.CONDITION_MAX));
      return;
    }
    Subscription.conditionFault(condition)
        .ifPresent(fault -> wrong.add(malformed("condition", condition, fault)));
  }

  private static Refused.Reason malformed(String field, String value, String problem) {
    return Refused.Reason.of(
        Refusal.VALUE_MALFORMED, "field", field, "value", value, "problem", problem);
  }
}
