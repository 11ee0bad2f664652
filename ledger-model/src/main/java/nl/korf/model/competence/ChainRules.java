package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.korf.model.BodyId;
import nl.korf.model.Party;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Unclear;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Delegations;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;

/** Whether every link of the chain stands, and rightly hangs from the one above (M1 to M3, M8). */
final class ChainRules {

  private ChainRules() {}

  static Outcome chainKnown(Path path, Question question) {
    if (path.chain().whole()) {
      return HOLDS;
    }
    return new Fails(
        Values.of(
            "mandate",
            path.used(),
            "ancestor",
            path.chain().brokenAt(),
            "problem",
            path.chain().problem()));
  }

  static Outcome samePrincipal(Path path, Question question) {
    BodyId asked = question.act().principal();
    BodyId expected = asked == null ? path.chain().root().terms().principal() : asked;
    for (MandateRow link : path.links()) {
      if (!link.terms().principal().equals(expected)) {
        return new Fails(Values.of(link, "principal", link.terms().principal(), "asked", expected));
      }
    }
    return HOLDS;
  }

  static Outcome worksByItself(Path path, Question question) {
    for (MandateRow link : path.links()) {
      if (link.terms().nature() != Nature.GRANTED) {
        return new Fails(Values.of(link, "nature", link.terms().nature()));
      }
    }
    return HOLDS;
  }

  static Outcome notRevoked(Path path, Question question) {
    return inState(path, question, MandateState.REVOKED);
  }

  static Outcome consented(Path path, Question question) {
    return inState(path, question, MandateState.PROPOSED);
  }

  static Outcome notDeclined(Path path, Question question) {
    return inState(path, question, MandateState.DECLINED);
  }

  static Outcome notExpired(Path path, Question question) {
    return inState(path, question, MandateState.EXPIRED);
  }

  static Outcome notSuspended(Path path, Question question) {
    return inState(path, question, MandateState.SUSPENDED);
  }

  /** Fails at the lowest link that is in the state; a link yet to begin has no state. */
  private static Outcome inState(Path path, Question question, MandateState state) {
    for (Dated<MandateRow> link : path.chain().links()) {
      if (link.covers(question.knowledge().on()) && link.row().state() == state) {
        return new Fails(Values.of(link.row(), standing(path, link)));
      }
    }
    return HOLDS;
  }

  static Outcome begun(Path path, Question question) {
    for (Dated<MandateRow> link : path.chain().links()) {
      if (link.from().isAfter(question.knowledge().on())) {
        return new Fails(Values.of(link.row(), standing(path, link)));
      }
    }
    return HOLDS;
  }

  /** Since when, known from which fact, and whether it is an ancestor that stands in the way. */
  private static Object[] standing(Path path, Dated<MandateRow> link) {
    MandateRow row = link.row();
    return new Object[] {
      "since",
      link.from(),
      "position",
      row.version(),
      "state",
      row.state(),
      "awaited",
      row.state() == MandateState.PROPOSED ? named(row.awaited()) : null,
      "used",
      path.used(),
      row.mandate().equals(path.used()) ? "own" : "ancestor",
      row.mandate()
    };
  }

  private static String named(List<Party> parties) {
    return parties.stream().map(Party::toString).collect(Collectors.joining(", "));
  }

  /**
   * The principal of the root holds the power, or one above it, by attribution (M1), or by a
   * delegation to it that reaches the act (Awb 10:13).
   */
  static Outcome rootedInPower(Path path, Question question) {
    MandateRow root = path.chain().root();
    BodyId principal = root.terms().principal();
    if (!path.chain().whole()
        || Taxonomy.attributed(root.terms().power(), principal, question.knowledge())) {
      return HOLDS;
    }
    Optional<MandateRow> got = Delegations.got(principal, question.act(), question.knowledge());
    if (got.isPresent()) {
      return Delegations.clear(got.get()) ? HOLDS : unclear(got.get(), question);
    }
    return new Fails(
        Values.of(
            "root", root.mandate(),
            "mandate", path.used(),
            "principal", principal,
            "power", root.terms().power(),
            "on", question.knowledge().on()));
  }

  /** The principal has not lost the power to a delegate (Awb 10:17). */
  static Outcome notDelegated(Path path, Question question) {
    if (!path.chain().whole()) {
      return HOLDS;
    }
    BodyId principal = path.chain().root().terms().principal();
    return Delegations.lost(principal, question.act(), question.knowledge())
        .map(lost ->
            Delegations.clear(lost)
                ? new Fails(delegated(lost, question))
                : unclear(lost, question))
        .orElse(HOLDS);
  }

  private static Outcome unclear(MandateRow delegation, Question question) {
    return new Unclear(passedOn(delegation), delegated(delegation, question));
  }

  /** What is missing where a delegation names limits in money. */
  static String passedOn(MandateRow delegation) {
    return "what delegation %s passes on, as it names limits".formatted(delegation.mandate());
  }

  /** The delegation in the way. */
  static Map<String, String> delegated(MandateRow delegation, Question question) {
    return Values.of(
        "delegation", delegation.mandate(),
        "delegate", delegation.terms().holder(),
        "position", delegation.version(),
        "principal", delegation.terms().principal(),
        "power", question.act().power());
  }

  /** Whoever passed it on held the one above (M2). */
  static Outcome grantedByHolder(Path path, Question question) {
    List<MandateRow> links = path.links();
    for (int i = 0; i + 1 < links.size(); i++) {
      MandateRow child = links.get(i);
      MandateRow parent = links.get(i + 1);
      if (!Capacities.countsAs(
          child.terms().grantor(), parent.terms().holder(), question.knowledge())) {
        return new Fails(
            Values.of(
                "mandate", child.mandate(),
                "grantor", child.terms().grantor(),
                "ancestor", parent.mandate(),
                "holder", parent.terms().holder()));
      }
    }
    return HOLDS;
  }

  static Outcome allowedToPassOn(Path path, Question question) {
    List<MandateRow> links = path.links();
    for (int i = 0; i + 1 < links.size(); i++) {
      MandateRow parent = links.get(i + 1);
      SubMandating says = parent.terms().subMandating();
      if (says != SubMandating.YES && says != SubMandating.CONDITIONAL) {
        return new Fails(
            Values.of(
                "mandate", links.get(i).mandate(), "ancestor", parent.mandate(), "says", says));
      }
    }
    return HOLDS;
  }

  /** No link stands deeper than any above it allows (M3). */
  static Outcome withinDepth(Path path, Question question) {
    List<MandateRow> links = path.links();
    for (int low = 0; low < links.size(); low++) {
      for (int high = low + 1; high < links.size(); high++) {
        if (high - low > links.get(high).terms().maxDepth()) {
          return new Fails(
              Values.of(
                  "mandate", links.get(low).mandate(),
                  "depth", high - low,
                  "ancestor", links.get(high).mandate(),
                  "allowed", links.get(high).terms().maxDepth()));
        }
      }
    }
    return HOLDS;
  }
}
