package nl.korf.auditor.replay;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.competence.ProofDifferences;
import nl.korf.model.competence.ProofDifferences.Difference;
import nl.korf.model.competence.Signing;
import nl.korf.model.directives.Issuer;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Segment;
import org.jspecify.annotations.Nullable;

/** Asks the rules again for every verdict on competence, in the world it was given in. */
final class Verdicts {

  /** The verdict of the rules in one world. */
  private record Asked(Party decider, Act act, @Nullable PersonId proposer) {

    CompetenceProof answer(Knowledge world) {
      return AuthorityCheck.check(decider, act, proposer, world);
    }
  }

  private final FactIndex index;

  Verdicts(FactIndex index) {
    this.index = index;
  }

  /** The verdict in a fact again; empty where the fact holds none. The fact is not in the index. */
  Optional<Rerun> rerun(RecordedFact fact) {
    return switch (fact.fact()) {
      case DecisionTaken taken -> Optional.of(taken(taken, fact));
      case DecisionSuperseded superseded -> Optional.of(superseded(superseded, fact));
      case DecisionRepealed repealed ->
          Optional.of(
              earlier(fact, repealed.decision(), repealed.competence(), Set.of(repealed.by())));
      case DecisionRatified ratified ->
          Optional.of(
              earlier(fact, ratified.decision(), ratified.competence(), Set.of(ratified.by())));
      case DecisionSigned signed -> Optional.of(signed(signed, fact));
      case DirectiveIssued issued -> directive(issued, fact);
      default -> Optional.empty();
    };
  }

  private Rerun taken(DecisionTaken taken, RecordedFact fact) {
    CompetenceProof proof = taken.competence();
    String about = "decision " + taken.decision();
    if (proof.isOwnWork()) {
      return ownWork(taken, fact);
    }
    boolean imported = fact.envelope().imported() != null;
    Party decider = taken.decidedBy() == null ? taken.decidedFor() : Party.of(taken.decidedBy());
    if (imported && (proof.verdict() == Verdict.UNKNOWN && taken.mandatesUsed().isEmpty())) {
      return new Rerun(
          fact.position(),
          name(fact),
          about,
          Rerun.says(proof),
          Rerun.Result.UNKNOWN,
          null,
          List.of());
    }
    if (taken.act() == null || decider == null) {
      return proof.verdict() == Verdict.UNKNOWN
          ? new Rerun(
              fact.position(),
              name(fact),
              about,
              Rerun.says(proof),
              Rerun.Result.UNKNOWN,
              null,
              List.of())
          : notAsked(fact, about, proof, "the fact names no act, or nobody who decided");
    }
    Knowledge whole = world(fact, proof);
    Asked asked = new Asked(decider, taken.act(), imported ? null : proposer(taken.initiative()));
    List<Knowledge> worlds =
        imported ? Worlds.imported(whole, proof, taken.mandatesUsed()) : Worlds.of(whole, proof);
    return compared(fact, about, proof, worlds.stream().map(asked::answer).toList());
  }

  private static Rerun ownWork(DecisionTaken taken, RecordedFact fact) {
    CompetenceProof proof = taken.competence();
    String about = "decision " + taken.decision();
    Party group = taken.decidedFor();
    if (taken.act() != null || group == null || group.kind() != Party.Kind.GROUP) {
      return notAsked(fact, about, proof, "own work of a group has a group and no act of others");
    }
    Instant on = proof.on() == null ? fact.envelope().recordedAt() : proof.on();
    return compared(
        fact,
        about,
        proof,
        List.of(
            CompetenceProof.ownWork(new nl.korf.model.GroupId(group.id()), proof.asKnownAt(), on)));
  }

  /** The fact does not say who acted: whoever took the later decision, or who asked. */
  private Rerun superseded(DecisionSuperseded superseded, RecordedFact fact) {
    Set<PersonId> persons = new LinkedHashSet<>();
    taking(superseded.by())
        .map(one -> ((DecisionTaken) one.fact()).decidedBy())
        .ifPresent(persons::add);
    String actor = fact.envelope().actor();
    if (actor.startsWith("person:")) {
      persons.add(new PersonId(actor.substring("person:".length())));
    }
    return earlier(fact, superseded.decision(), superseded.competence(), persons);
  }

  /** Whether somebody is competent now for the power of a decision taken earlier. */
  private Rerun earlier(
      RecordedFact fact, DecisionId decision, CompetenceProof proof, Set<PersonId> persons) {
    String about = "decision " + decision;
    Instant on = proof.on() == null ? fact.envelope().recordedAt() : proof.on();
    List<Segment> segments = index.timeline("decision/" + decision, fact.position()).segments();
    Optional<Segment> at = segments.stream().filter(one -> one.covers(on)).findFirst();
    Optional<RecordedFact> taking = taking(decision);
    if (segments.isEmpty() || taking.isEmpty()) {
      return notAsked(fact, about, proof, "the decision it is about is not among the facts");
    }
    DecisionRow row = (DecisionRow) at.orElse(segments.getLast()).row();
    Act act = row.act();
    if (act == null || persons.isEmpty()) {
      return notAsked(fact, about, proof, "the facts do not say who acted, or by which power");
    }
    Knowledge whole = Worlds.unspent(world(fact, proof), row, spentFrom(taking.get().envelope()));
    List<CompetenceProof> answers =
        persons.stream()
            .map(person ->
                new Asked(
                    Party.of(person), inName(act, row.principal()), proposer(row.initiative())))
            .flatMap(asked -> Worlds.of(whole, proof).stream().map(asked::answer))
            .toList();
    Rerun rerun = compared(fact, about, proof, answers);
    boolean maybeAnother =
        fact.fact() instanceof DecisionSuperseded && !fact.envelope().actor().startsWith("person:");
    return rerun.result() == Rerun.Result.DIFFERENT && maybeAnother
        ? notAsked(fact, about, proof, "a registrar recorded it, and the fact names nobody else")
        : rerun;
  }

  private Rerun signed(DecisionSigned signed, RecordedFact fact) {
    String about = "decision " + signed.decision();
    CompetenceProof proof = signed.competence();
    Knowledge whole = world(fact, proof);
    Optional<DecisionRow> row = whole.decision(signed.decision());
    Act decided = row.map(DecisionRow::act).orElse(null);
    if (row.isEmpty() || decided == null) {
      return notAsked(fact, about, proof, "the decision, or its power, is not known");
    }
    Asked asked = new Asked(Party.of(signed.by()), Signing.act(row.get(), decided), null);
    return compared(
        fact, about, proof, Worlds.of(whole, proof).stream().map(asked::answer).toList());
  }

  private Optional<Rerun> directive(DirectiveIssued issued, RecordedFact fact) {
    CompetenceProof proof = issued.competence();
    Act act = issued.act();
    if (proof == null) {
      return Optional.empty();
    }
    String about = "directive " + issued.directive();
    if (act == null) {
      return Optional.of(notAsked(fact, about, proof, "the fact names no act"));
    }
    Knowledge whole = world(fact, proof);
    List<CompetenceProof> answers =
        Issuer.of(issued.issuer(), whole).counts().stream()
            .map(party -> new Asked(party, act, null))
            .flatMap(asked -> Worlds.of(whole, proof).stream().map(asked::answer))
            .toList();
    return Optional.of(compared(fact, about, proof, answers));
  }

  private Knowledge world(RecordedFact fact, CompetenceProof proof) {
    Instant on = proof.on() == null ? fact.envelope().recordedAt() : proof.on();
    return new ReplayedKnowledge(index, proof.asKnownAt(), on, fact.envelope().imported() != null);
  }

  private @Nullable PersonId proposer(@Nullable InitiativeId initiative) {
    return initiative == null ? null : index.proposer(initiative);
  }

  private Optional<RecordedFact> taking(DecisionId decision) {
    return index.about("decision/" + decision).stream()
        .filter(
            fact -> fact.fact() instanceof DecisionTaken taken && taken.decision().equals(decision))
        .findFirst();
  }

  private static Instant spentFrom(Envelope taken) {
    return taken.imported() == null ? taken.recordedAt() : taken.effectiveAt();
  }

  private static Act inName(Act act, @Nullable BodyId principal) {
    return new Act(
        act.power(),
        act.kind(),
        principal == null ? act.principal() : principal,
        act.unit(),
        act.territory(),
        act.subject(),
        act.caseId(),
        act.value(),
        act.linkedTo());
  }

  private static Rerun compared(
      RecordedFact fact, String about, CompetenceProof recorded, List<CompetenceProof> answers) {
    List<List<Difference>> all =
        answers.stream()
            .map(
                (Function<CompetenceProof, List<Difference>>)
                    answer -> ProofDifferences.between(recorded, answer))
            .toList();
    boolean same = all.stream().anyMatch(List::isEmpty);
    boolean foreseen = recorded.asKnownAt() >= fact.position();
    List<Difference> differences =
        foreseen
            ? List.of(Rerun.outcome("asKnownAt", recorded.asKnownAt(), "before " + fact.position()))
            : same || all.isEmpty() ? List.of() : all.getFirst();
    return new Rerun(
        fact.position(),
        name(fact),
        about,
        Rerun.says(recorded),
        same && !foreseen ? Rerun.Result.SAME : Rerun.Result.DIFFERENT,
        null,
        differences);
  }

  private static Rerun notAsked(
      RecordedFact fact, String about, CompetenceProof proof, String why) {
    return new Rerun(
        fact.position(),
        name(fact),
        about,
        Rerun.says(proof),
        Rerun.Result.NOT_ASKED,
        why,
        List.of());
  }

  private static String name(RecordedFact fact) {
    return FactTypes.nameOf(fact.fact());
  }
}
