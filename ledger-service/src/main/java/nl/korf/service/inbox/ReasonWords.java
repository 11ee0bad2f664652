package nl.korf.service.inbox;

import java.util.List;
import nl.korf.model.Party;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.Recipients;

/** Reasons as sentences: "you hold a sub-mandate of …", "you follow …". */
final class ReasonWords {

  private ReasonWords() {}

  static List<String> all(List<Reason> reasons, Things.Called called) {
    return reasons.stream().map(reason -> of(reason, called)).toList();
  }

  static String of(Reason reason, Things.Called called) {
    String sentence = called.say("reason." + reason.kind().name(), called.name(reason.subject()));
    String via = reason.via();
    return via == null || reason.kind() == Reason.Kind.FOLLOWS
        ? sentence
        : called.say("reason.via", sentence, called.name(Party.parse(via).toString()));
  }

  /** A relation that was looked at, with how many stand in it. */
  static String asked(Recipients.Asked asked, Things.Called called) {
    String relation = called.say("relation." + asked.kind().name(), called.name(asked.subject()));
    String via = asked.via();
    return via == null
        ? called.say("why.relation", relation, asked.people())
        : called.say("why.relation.via", relation, asked.people(), called.name(via));
  }
}
