package nl.korf.service.imports;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import org.jspecify.annotations.Nullable;

/** What a fact brings into being and what it speaks of, found in its components. */
final class FactReferences {

  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private FactReferences() {}

  /** The identifier the fact gives out, where it brings something into being. */
  static Optional<Identifier> created(Fact fact) {
    return switch (fact) {
      case PersonRegistered f -> Optional.of(f.person());
      case BodyRegistered f -> Optional.of(f.body());
      case RoleRegistered f -> Optional.of(f.role());
      case GroupFormed f -> Optional.of(f.group());
      case PowerRegistered f -> Optional.of(f.power());
      case MandateGranted f -> Optional.of(f.mandate());
      case SubMandateGranted f -> Optional.of(f.mandate());
      case InitiativeProposed f -> Optional.of(f.initiative());
      case DecisionTaken f -> Optional.of(f.decision());
      case DirectiveIssued f -> Optional.of(f.directive());
      case ProgrammeEstablished f -> Optional.of(f.programme());
      default -> Optional.empty();
    };
  }

  /** Every identifier the fact names beside the one it gives out. */
  static Set<Identifier> named(Fact fact) {
    Set<Identifier> found = new LinkedHashSet<>();
    collect(fact, found);
    created(fact).ifPresent(found::remove);
    return found;
  }

  private static void collect(@Nullable Object value, Set<Identifier> found) {
    switch (value) {
      case null -> {}
      case Identifier id -> found.add(id);
      case Party party -> found.add(identifier(party));
      case Subject subject -> found.add(identifier(subject));
      case CompetenceProof proof -> {} // says what was found, refers to nothing new
      case Collection<?> values -> values.forEach(element -> collect(element, found));
      case Record record -> components(record, found);
      default -> {}
    }
  }

  private static void components(Record record, Set<Identifier> found) {
    for (RecordComponent component :
        COMPONENTS.computeIfAbsent(record.getClass(), Class::getRecordComponents)) {
      try {
        collect(component.getAccessor().invoke(record), found);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
  }

  private static Identifier identifier(Subject subject) {
    return switch (subject.kind()) {
      case INITIATIVE -> new InitiativeId(subject.id());
      case ROUND -> new RoundId(subject.id());
      case DECISION -> new DecisionId(subject.id());
      case GROUP -> new GroupId(subject.id());
    };
  }

  private static Identifier identifier(Party party) {
    return switch (party.kind()) {
      case PERSON -> new PersonId(party.id());
      case ROLE -> new RoleId(party.id());
      case GROUP -> new GroupId(party.id());
      case BODY -> new BodyId(party.id());
    };
  }
}
