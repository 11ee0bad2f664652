package nl.korf.service.initiatives;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** One initiative is related to another. */
public record LinkInitiatives(InitiativeId initiative, Relation relation, InitiativeId target)
    implements Command {

  /** Relations that never close a circle. */
  static final Set<Relation> DIRECTED =
      Set.of(Relation.DEPENDS_ON, Relation.PART_OF, Relation.SUPERSEDES);

  /** Initiatives visited at most while looking for a circle. */
  static final int VISITED_MAX = 1_000;

  static final class Handler implements Verb<LinkInitiatives> {

    @Override
    public Class<LinkInitiatives> command() {
      return LinkInitiatives.class;
    }

    @Override
    public Decided decide(LinkInitiatives command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      boolean toItself = command.initiative().equals(command.target());
      reasons.when(toItself, Refusal.LINK_TO_SELF, "initiative", command.initiative());
      if (!toItself) {
        reasons.need(entities.initiative(command.target()), command.target());
        linked(command, entities, reasons);
        circle(command, entities, reasons);
      }
      reasons.refuseIfAny();
      return Owned.forOwner(
          before,
          Decided.facts(
              new InitiativeLinked(command.initiative(), command.relation(), command.target())));
    }

    private static void linked(LinkInitiatives command, Entities entities, Reasons reasons) {
      LinkRow asked = new LinkRow(command.initiative(), command.relation(), command.target());
      entities.linksOf(command.initiative()).stream()
          .filter(asked::equals)
          .forEach(row ->
              reasons.add(
                  Refusal.ALREADY_LINKED,
                  "initiative",
                  command.initiative(),
                  "relation",
                  Reasons.word(command.relation()),
                  "target",
                  command.target(),
                  "position",
                  entities.origin(row).position()));
    }

    private static void circle(LinkInitiatives command, Entities entities, Reasons reasons) {
      if (!DIRECTED.contains(command.relation())) {
        return;
      }
      path(command, entities)
          .ifPresent(path ->
              reasons.add(
                  Refusal.LINK_CYCLE,
                  "initiative",
                  command.initiative(),
                  "relation",
                  Reasons.word(command.relation()),
                  "target",
                  command.target(),
                  "path",
                  written(path, command.initiative())));
    }

    private static String written(List<InitiativeId> path, InitiativeId end) {
      String way = path.stream().map(InitiativeId::value).collect(Collectors.joining(" → "));
      return path.getLast().equals(end) ? way : way + " → …";
    }

    /**
     * A way along the relation from the target back to the initiative; where more initiatives hang
     * together than are visited, a way that is left to look at, which may lead there.
     */
    private static Optional<List<InitiativeId>> path(LinkInitiatives command, Entities entities) {
      Deque<List<InitiativeId>> open = new ArrayDeque<>(List.of(List.of(command.target())));
      Set<InitiativeId> seen = new HashSet<>();
      while (!open.isEmpty() && seen.size() < VISITED_MAX) {
        List<InitiativeId> way = open.removeFirst();
        InitiativeId at = way.getLast();
        if (at.equals(command.initiative())) {
          return Optional.of(way);
        }
        if (seen.add(at)) {
          entities.linksOf(at).stream()
              .filter(row -> row.relation() == command.relation() && row.initiative().equals(at))
              .forEach(row -> open.addLast(extended(way, row.target())));
        }
      }
      return Optional.ofNullable(open.peekFirst());
    }

    private static List<InitiativeId> extended(List<InitiativeId> way, InitiativeId next) {
      List<InitiativeId> longer = new ArrayList<>(way);
      longer.add(next);
      return longer;
    }
  }
}
