package nl.korf.service.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.korf.model.Imported;
import nl.korf.model.Imported.Finding;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.invariants.RuleSet;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/**
 * A registrar records history from elsewhere. Refused only where it is no {@link Importable} fact,
 * names something that does not exist or gives out an identifier twice; what the rules would have
 * refused is stored as findings, and a decision gets its verdict as of then (rule M18).
 *
 * @param effectiveAt when it held in the world
 * @param set name of the data set
 * @param file it was read from
 * @param line where in the file; no part of what is asked, as rows may move
 * @param findings of the import itself
 * @param attributes what the source says besides
 */
record RecordImportedFact(
    Fact fact,
    Instant effectiveAt,
    String set,
    String file,
    @JsonIgnore long line,
    List<Finding> findings,
    Map<String, String> attributes)
    implements Command {

  RecordImportedFact {
    findings = List.copyOf(findings);
    attributes = new TreeMap<>(attributes);
  }

  static RecordImportedFact of(PlannedFact planned) {
    int colon = planned.source().lastIndexOf(':');
    return new RecordImportedFact(
        planned.fact(),
        planned.effectiveAt(),
        planned.set(),
        planned.source().substring(0, colon),
        Long.parseLong(planned.source().substring(colon + 1)),
        planned.findings(),
        planned.attributes());
  }

  static final class Handler implements Verb<RecordImportedFact> {

    private final KnownEntities known = new KnownEntities();
    private final RuleSet law;

    Handler(RuleSet law) {
      this.law = law;
    }

    @Override
    public Class<RecordImportedFact> command() {
      return RecordImportedFact.class;
    }

    @Override
    public Decided decide(RecordImportedFact command, Boundary boundary) {
      Entities entities = Entities.on(boundary, command.effectiveAt());
      Reasons reasons = new Reasons().registrar(entities);
      reasons.when(
          !Importable.is(command.fact()),
          Refusal.VALUE_MALFORMED,
          "field",
          "type",
          "value",
          FactTypes.nameOf(command.fact()),
          "problem",
          "≠ " + Importable.NAMES);
      FactReferences.created(command.fact()).ifPresent(id -> reasons.free(entities, id));
      FactReferences.named(command.fact()).stream()
          .filter(id -> !known.exists(id, entities))
          .forEach(id -> reasons.need(entities.taken(id), id));
      reasons.refuseIfAny();
      List<Finding> findings = new ArrayList<>(command.findings());
      Fact fact = judged(command.fact(), entities, findings);
      return Decided.facts(fact)
          .effectiveAt(command.effectiveAt())
          .imported(
              new Imported(
                  command.set(),
                  command.line() == 0 ? command.file() : command.file() + ":" + command.line(),
                  findings,
                  command.attributes()));
    }

    /** Whoever asks has an answer only for facts that are durable: what they gave out is known. */
    @Override
    public Object answer(RecordImportedFact command, List<RecordedFact> facts) {
      if (!facts.isEmpty()) {
        FactReferences.created(command.fact()).ifPresent(known::remember);
      }
      return Verb.super.answer(command, facts);
    }

    /** Holds the rules against the fact, as of its own time; only a verdict changes it. */
    private Fact judged(Fact fact, Entities entities, List<Finding> findings) {
      return switch (fact) {
        case MandateGranted granted -> {
          find(new Grant(granted.mandate(), null, granted.terms()), entities, findings);
          yield granted;
        }
        case SubMandateGranted granted -> {
          find(new Grant(granted.mandate(), granted.parent(), granted.terms()), entities, findings);
          yield granted;
        }
        case DecisionTaken taken -> ImportedVerdict.of(taken, entities);
        default -> Objects.requireNonNull(fact);
      };
    }

    private void find(Grant grant, Entities entities, List<Finding> findings) {
      findings.addAll(
          Invariants.findings(law, grant, ImportedVerdict.knowledge(entities, List.of())));
      findings.addAll(Invariants.preferences(grant));
    }
  }
}
