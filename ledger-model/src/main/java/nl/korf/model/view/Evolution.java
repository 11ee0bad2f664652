package nl.korf.model.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tag;

/**
 * How facts make the rows of one read model. Pure; every fact has an answer in every read model,
 * the compiler sees to it.
 */
public sealed interface Evolution
    permits PeopleEvolution,
        BodyEvolution,
        RoleEvolution,
        GroupEvolution,
        PowerEvolution,
        MandateEvolution,
        InitiativeEvolution,
        DecisionEvolution,
        RoundEvolution,
        RuleEvolution,
        DirectiveEvolution,
        ProgrammeEvolution {

  /** The read model these rows belong to. */
  ReadModel readModel();

  /** Stored names of the facts that can change a row here. */
  Set<String> types();

  /** What the fact does here; empty for a fact that is about something else. */
  List<Step> steps(RecordedFact fact);

  /** The entities whose rows the fact may change. */
  default Set<String> entities(RecordedFact fact) {
    return steps(fact).stream().map(Step::entity).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tags that every fact about the entity carries, so that a store can be asked for them: all facts
   * of the entity are among those that carry all of these and have one of the {@link #types}.
   */
  static Set<Tag> tags(String entity) {
    String[] parts = entity.split("/", 4);
    return switch (parts[0]) {
      case "appointment" -> Set.of(new Tag("role", parts[1]), new Tag("person", parts[2]));
      case "membership" -> Set.of(new Tag("group", parts[1]), new Tag("person", parts[2]));
      case "attribution" -> Set.of(new Tag("power", parts[1]), new Tag("body", parts[2]));
      case "involvement" -> Set.of(new Tag("initiative", parts[1]), new Tag("person", parts[2]));
      case "use" -> Set.of(new Tag("mandate-use", parts[1]), new Tag("decision", parts[2]));
      case "supersession" ->
          Set.of(new Tag("decision", parts[1]), new Tag("superseding", parts[2]));
      case "dissent" -> Set.of(new Tag("dissent-on", parts[1]), new Tag("dissenter", parts[2]));
      case "reply" -> Set.of(new Tag("directive", parts[1]));
      case "inclusion" -> Set.of(new Tag("programme", parts[1]), new Tag("initiative", parts[2]));
      case "signature" -> Set.of(new Tag("signature-on", parts[1]));
      case "link" -> linkTags(parts);
      case "elector" -> Set.of(new Tag("round", parts[1]));
      case "ballot" -> Set.of(new Tag("in-round", parts[1]), new Tag("voter", parts[2]));
      case "response" -> Set.of(new Tag("in-round", parts[1]));
      default -> Set.of(new Tag(parts[0], parts[1]));
    };
  }

  private static Set<Tag> linkTags(String[] parts) {
    return Set.copyOf(List.of(new Tag("initiative", parts[1]), new Tag("initiative", parts[3])));
  }

  /** The evolution of a read model. */
  static Evolution of(ReadModel readModel) {
    return switch (readModel) {
      case PEOPLE -> new PeopleEvolution();
      case BODIES -> new BodyEvolution();
      case ROLES -> new RoleEvolution();
      case GROUPS -> new GroupEvolution();
      case POWERS -> new PowerEvolution();
      case MANDATES -> new MandateEvolution();
      case INITIATIVES -> new InitiativeEvolution();
      case DECISIONS -> new DecisionEvolution();
      case RULES -> new RuleEvolution();
      case ROUNDS -> new RoundEvolution();
      case DIRECTIVES -> new DirectiveEvolution();
      case PROGRAMMES -> new ProgrammeEvolution();
    };
  }
}
