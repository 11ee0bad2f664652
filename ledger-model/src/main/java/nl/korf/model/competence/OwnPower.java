package nl.korf.model.competence;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.Party;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.knowledge.Delegations;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.view.Row.MandateRow;

/**
 * Whoever acts as a body that holds the power itself: by attribution (Awb 10:7), unless it is
 * delegated (Awb 10:17), or by delegation to it (Awb 10:13).
 */
final class OwnPower {

  private OwnPower() {}

  /** The yes of who acts as such a body; empty where nobody of the kind asks. */
  static Optional<CompetenceProof> of(Question question) {
    boolean ownProposal =
        question.by(question.proposer())
            && question.flagged(PowerFlag.SEPARATE_PROPOSER).isPresent();
    return bodies(question)
        .filter(_ -> !ownProposal)
        .flatMap(body -> held(body, question).stream())
        .findFirst()
        .map(values -> AuthorityCheck.proof(Verdict.COMPETENT, null, values, question));
  }

  private static Stream<BodyId> bodies(Question question) {
    Act act = question.act();
    return question.capacities().bodies().stream()
        .filter(body -> act.principal() == null || act.principal().equals(body))
        .sorted(Comparator.comparing(BodyId::value));
  }

  private static Optional<Map<String, String>> held(BodyId body, Question question) {
    Knowledge knowledge = question.knowledge();
    Act act = question.act();
    if (Taxonomy.attributed(act.power(), body, knowledge)) {
      return Delegations.lost(body, act, knowledge).isPresent()
          ? Optional.empty()
          : Optional.of(values(body, "attributedTo", question));
    }
    return Delegations.got(body, act, knowledge)
        .filter(Delegations::clear)
        .map(delegation -> {
          Map<String, String> values = values(body, "delegatedTo", question);
          values.put("delegation", delegation.mandate().toString());
          return values;
        });
  }

  private static Map<String, String> values(BodyId body, String as, Question question) {
    return Values.of(
        as,
        body,
        "power",
        question.act().power(),
        "through",
        question.capacities().through().get(Party.of(body)));
  }

  /** Who acts as a body on either side of a delegation that does not tell what it passes on. */
  static Optional<CompetenceProof> unclear(Question question) {
    Knowledge knowledge = question.knowledge();
    Act act = question.act();
    return bodies(question)
        .flatMap(body ->
            (Taxonomy.attributed(act.power(), body, knowledge)
                    ? Delegations.lost(body, act, knowledge)
                    : Delegations.got(body, act, knowledge))
                .stream())
        .filter(delegation -> !Delegations.clear(delegation))
        .findFirst()
        .map(delegation -> {
          Map<String, String> values = ChainRules.delegated(delegation, question);
          values.put("missing", ChainRules.passedOn(delegation));
          return AuthorityCheck.proof(Verdict.UNKNOWN, "not-delegated", values, question);
        });
  }

  /** The no of who acts as a body that delegated the power away (Awb 10:17). */
  static Optional<CompetenceProof> delegatedAway(Question question) {
    Knowledge knowledge = question.knowledge();
    return bodies(question)
        .filter(body -> Taxonomy.attributed(question.act().power(), body, knowledge))
        .flatMap(body -> Delegations.lost(body, question.act(), knowledge).stream())
        .findFirst()
        .map(lost ->
            AuthorityCheck.proof(
                Verdict.NOT_COMPETENT,
                "not-delegated",
                ChainRules.delegated(lost, question),
                question));
  }

  /** The same yes, naming the delegation by which the principal of its path holds the power. */
  static CompetenceProof citing(CompetenceProof proof, Question question) {
    Optional<MandateRow> root =
        proof.path().isEmpty()
            ? Optional.empty()
            : question
                .knowledge()
                .mandate(proof.path().getLast().mandate())
                .map(link -> link.row());
    return root.map(row -> row.terms())
        .filter(
            terms -> !Taxonomy.attributed(terms.power(), terms.principal(), question.knowledge()))
        .flatMap(terms -> Delegations.got(terms.principal(), question.act(), question.knowledge()))
        .map(delegation -> with(proof, delegation))
        .orElse(proof);
  }

  private static CompetenceProof with(CompetenceProof proof, MandateRow delegation) {
    Map<String, String> values = new TreeMap<>(proof.values());
    values.put("delegation", delegation.mandate().toString());
    return new CompetenceProof(
        proof.verdict(), proof.asKnownAt(), proof.on(), proof.path(), proof.failed(), values);
  }
}
