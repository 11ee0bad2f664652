package nl.korf.model.notices;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tags;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.knowledge.Responsibility;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is about, directly and through what it is part of: a ballot is about its round's
 * initiative and group too, a sub-mandate about the chain it hangs from.
 *
 * @param keys what {@link Followed#key} is looked up in: {@code group:g-1} for what is touched
 *     itself, {@code group+:g-0} for all that has it below it
 */
public record Touched(Set<String> keys) {

  public Touched {
    keys = Set.copyOf(keys);
  }

  /** What a fact is about, in the world as it is known with it. */
  public static Touched by(RecordedFact recorded, Relations world) {
    Walk walk = new Walk(world);
    Fact fact = recorded.fact();
    walk.keys.add(Followed.LEDGER.toString());
    walk.keys.add("fact:" + FactTypes.nameOf(fact));
    walk.person(Doers.actor(recorded.envelope().actor()));
    walk.person(Doers.of(fact));
    Tags.of(fact).forEach(tag -> walk.tag(tag.key(), tag.value()));
    walk.facets(fact);
    if (fact instanceof InitiativeTransferred transferred) {
      world.before().initiative(transferred.initiative()).ifPresent(row -> walk.group(row.owner()));
    }
    return new Touched(walk.keys);
  }

  /** What it touches itself, without what has that below it; in order. */
  public List<String> subjects() {
    return new TreeSet<>(keys)
        .stream().filter(key -> !key.contains("+:") && key.contains(":")).toList();
  }

  /** The power and those above it, itself first. */
  static Set<PowerId> powersUp(PowerId power, Relations world) {
    Set<PowerId> up = new LinkedHashSet<>();
    @Nullable PowerId next = power;
    while (next != null && up.size() < Taxonomy.DEPTH_MAX && up.add(next)) {
      next = world.power(next).map(row -> row.parent()).orElse(null);
    }
    return up;
  }

  /** One walk from a fact to all it is part of. */
  private static final class Walk {

    private final Relations world;
    private final Set<String> keys = new HashSet<>();

    Walk(Relations world) {
      this.world = world;
    }

    void tag(String key, String id) {
      switch (key) {
        case "group" -> group(new GroupId(id));
        case "initiative" -> initiative(new InitiativeId(id));
        case "mandate", "mandate-use", "sub-mandate-of" -> mandate(new MandateId(id));
        case "decision", "signature-on", "dissent-on", "superseding", "carries-out" ->
            decision(new DecisionId(id));
        case "round", "in-round", "decides-round" -> round(new RoundId(id));
        case "directive" -> directive(new DirectiveId(id));
        case "directed-at" -> subject(Subject.parse(id));
        case "programme" -> programme(new ProgrammeId(id));
        case "person", "voter", "decider", "dissenter" -> person(new PersonId(id));
        case "power" -> power(new PowerId(id));
        case "rule" -> world.groupOfRule(new RuleId(id)).ifPresent(this::group);
        default -> keys.add(key + ":" + id);
      }
    }

    void person(@Nullable PersonId person) {
      if (person != null) {
        keys.add("person:" + person);
      }
    }

    void group(@Nullable GroupId group) {
      if (group == null || !keys.add("group:" + group)) {
        return;
      }
      Set<GroupId> up = new HashSet<>();
      @Nullable GroupId next = group;
      while (next != null && up.size() < Responsibility.GROUPS_MAX && up.add(next)) {
        keys.add("group+:" + next);
        next = world.group(next).map(row -> row.parent()).orElse(null);
      }
    }

    private void party(@Nullable Party party) {
      if (party != null && party.kind() == Party.Kind.GROUP) {
        group(new GroupId(party.id()));
      } else if (party != null && party.kind() == Party.Kind.PERSON) {
        person(new PersonId(party.id()));
      }
    }

    void initiative(@Nullable InitiativeId initiative) {
      if (initiative == null || !keys.add("initiative:" + initiative)) {
        return;
      }
      world
          .initiative(initiative)
          .ifPresent(row -> {
            group(row.owner());
            row.participants().forEach(this::group);
          });
    }

    void mandate(MandateId mandate) {
      if (!keys.add("mandate:" + mandate)) {
        return;
      }
      keys.add("mandate+:" + mandate);
      List<MandateRow> links = Circles.links(mandate, world);
      links.forEach(link -> keys.add("mandate+:" + link.mandate()));
      if (!links.isEmpty()) {
        party(links.getFirst().terms().holder());
        party(links.getFirst().terms().grantor());
        power(links.getFirst().terms().power());
      }
    }

    void power(PowerId power) {
      if (keys.add("power:" + power)) {
        powersUp(power, world).forEach(one -> keys.add("power+:" + one));
      }
    }

    private void act(@Nullable Act act) {
      if (act != null) {
        power(act.power());
      }
    }

    void decision(DecisionId decision) {
      if (!keys.add("decision:" + decision)) {
        return;
      }
      world
          .decision(decision)
          .ifPresent(row -> {
            initiative(row.initiative());
            party(row.decidedFor());
            person(row.decidedBy());
            row.mandatesUsed().forEach(this::mandate);
            act(row.act());
            Optional.ofNullable(row.round()).ifPresent(this::round);
          });
    }

    void round(RoundId round) {
      if (!keys.add("round:" + round)) {
        return;
      }
      world
          .round(round)
          .ifPresent(row -> {
            group(row.group());
            initiative(row.initiative());
            Optional.ofNullable(row.programme()).ifPresent(this::programme);
            act(row.act());
          });
    }

    void directive(DirectiveId directive) {
      if (keys.add("directive:" + directive)) {
        world
            .directive(directive)
            .ifPresent(row -> {
              subject(row.target());
              group(row.group());
              act(row.act());
            });
      }
    }

    void programme(ProgrammeId programme) {
      if (keys.add("programme:" + programme)) {
        world.programme(programme).ifPresent(row -> group(row.group()));
      }
    }

    void subject(Subject subject) {
      switch (subject.kind()) {
        case INITIATIVE -> initiative(new InitiativeId(subject.id()));
        case ROUND -> round(new RoundId(subject.id()));
        case DECISION -> decision(new DecisionId(subject.id()));
        case GROUP -> group(new GroupId(subject.id()));
      }
    }

    /** A proposal is about every facet it answers, a revision about those it changed. */
    void facets(Fact fact) {
      if (fact instanceof InitiativeProposed proposed) {
        differing(Bloft.UNANSWERED, proposed.context());
      } else if (fact instanceof InitiativeRevised revised) {
        Bloft earlier =
            world
                .before()
                .initiative(revised.initiative())
                .map(row -> row.context())
                .orElse(Bloft.UNANSWERED);
        differing(earlier, revised.context());
      }
    }

    private void differing(Bloft one, Bloft other) {
      facet("business", one.business(), other.business());
      facet("legal", one.legal(), other.legal());
      facet("operational", one.operational(), other.operational());
      facet("functional", one.functional(), other.functional());
      facet("technological", one.technological(), other.technological());
    }

    private void facet(String name, Bloft.@Nullable Facet one, Bloft.@Nullable Facet other) {
      if (!Objects.equals(one, other)) {
        keys.add("facet:" + name);
      }
    }
  }
}
