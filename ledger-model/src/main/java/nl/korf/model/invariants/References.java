package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import org.jspecify.annotations.Nullable;

/** Everything a grant names is there, and its own identifier is free. */
final class References {

  private References() {}

  static List<Reason> of(Grant grant, Knowledge knowledge) {
    List<Reason> reasons = new ArrayList<>();
    MandateTerms terms = grant.terms();
    knowledge
        .mandate(grant.mandate())
        .ifPresent(there ->
            reasons.add(
                Reason.of(
                    Refusal.MANDATE_ID_TAKEN,
                    "mandate",
                    grant.mandate().toString(),
                    "position",
                    Long.toString(there.row().version()))));
    mandate(grant.parent(), knowledge, reasons);
    mandate(terms.facetOf(), knowledge, reasons);
    mandate(terms.supersedes(), knowledge, reasons);
    if (knowledge.power(terms.power()).isEmpty()) {
      reasons.add(Reason.of(Refusal.POWER_UNKNOWN, "power", terms.power().toString()));
    }
    party(Party.of(terms.principal()), knowledge, reasons);
    party(terms.grantor(), knowledge, reasons);
    party(terms.holder(), knowledge, reasons);
    return reasons;
  }

  private static void mandate(
      @Nullable MandateId named, Knowledge knowledge, List<Reason> reasons) {
    if (named != null && knowledge.mandate(named).isEmpty()) {
      reasons.add(Reason.of(Refusal.MANDATE_UNKNOWN, "mandate", named.toString()));
    }
  }

  private static void party(Party party, Knowledge knowledge, List<Reason> reasons) {
    if (!knowledge.exists(party)) {
      reasons.add(unknown(party));
    }
  }

  private static Reason unknown(Party party) {
    return switch (party.kind()) {
      case PERSON -> Reason.of(Refusal.PERSON_UNKNOWN, "person", party.id());
      case ROLE -> Reason.of(Refusal.ROLE_UNKNOWN, "role", party.id());
      case GROUP -> Reason.of(Refusal.GROUP_UNKNOWN, "group", party.id());
      case BODY -> Reason.of(Refusal.BODY_UNKNOWN, "body", party.id());
    };
  }
}
