package nl.korf.service.authority;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may decide this: every holder of a mandate over the power, or over one above it, whose whole
 * chain passes for the act, and the bodies that hold it themselves. One answer for each mandate,
 * because each is a path of its own; in pieces, because there may be many.
 */
@Component
class WhoMayDecide {

  /** Mandates looked at for a piece of the answer where nothing is asked for. */
  static final int LIMIT_DEFAULT = 50;

  /** Most mandates looked at for a piece of the answer. */
  static final int LIMIT_MAX = 500;

  /** Most roles that are a case of one role, and most holders of one, that are named. */
  private static final int NAMED_MAX = 64;

  private final ReadModels readModels;
  private final MandatesView mandates;
  private final PowersView powers;
  private final RolesView roles;

  WhoMayDecide(ReadModels readModels, MandatesView mandates, PowersView powers, RolesView roles) {
    this.readModels = readModels;
    this.mandates = mandates;
    this.powers = powers;
    this.roles = roles;
  }

  /**
   * Somebody who may decide, now or once conditions are met.
   *
   * @param party the holder of the mandate, or the body that holds the power itself
   * @param persons who acts as that party at the instant; empty for a vacant role, and for a group,
   *     which decides by a round
   * @param mandate the mandate; absent for the body itself
   * @param verdict {@code COMPETENT} or {@code SUBJECT_TO}
   * @param values what a condition asks for
   */
  record Competent(
      Party party,
      List<PersonId> persons,
      @Nullable MandateId mandate,
      Verdict verdict,
      List<CompetenceProof.Step> path,
      Map<String, String> values) {}

  /** A piece of the answer. */
  Page<Competent> find(RecordedSearch.Asked asked, AsOf asOf, @Nullable String cursor, int limit) {
    Knowledge world = readModels.asOf(asOf.position(), asOf.on());
    List<PowerId> over =
        Taxonomy.upFrom(asked.act().power(), world).stream().map(PowerRow::power).toList();
    List<Competent> found = new ArrayList<>();
    if (cursor == null) {
      bodies(over, asOf).forEach(body -> add(Party.of(body), null, asked, world, asOf, found));
    }
    Page<Held<MandateRow>> piece = mandates.over(asOf, over, cursor, limit);
    // all of them at once, instead of one after another below
    world.mandatesHeldBy(
        piece.items().stream()
            .map(held -> held.row().terms().holder())
            .collect(Collectors.toSet()));
    for (Held<MandateRow> held : piece.items()) {
      MandateRow mandate = held.row();
      add(mandate.terms().holder(), mandate.mandate(), asked, world, asOf, found);
    }
    return new Page<>(found, piece.next());
  }

  private Set<BodyId> bodies(List<PowerId> over, AsOf asOf) {
    Set<BodyId> bodies = new LinkedHashSet<>();
    for (PowerId power : over) {
      powers.attributions(asOf, power).forEach(held -> bodies.add(held.row().body()));
    }
    return bodies;
  }

  private void add(
      Party party,
      @Nullable MandateId mandate,
      RecordedSearch.Asked asked,
      Knowledge world,
      AsOf asOf,
      List<Competent> found) {
    CompetenceProof proof =
        new Question(party, asked.act(), asked.proposer(), mandate).answer(world);
    if (proof.verdict() == Verdict.COMPETENT || proof.verdict() == Verdict.SUBJECT_TO) {
      found.add(
          new Competent(
              party, persons(party, asOf), mandate, proof.verdict(), proof.path(), proof.values()));
    }
  }

  private List<PersonId> persons(Party party, AsOf asOf) {
    return switch (party.kind()) {
      case PERSON -> List.of(new PersonId(party.id()));
      case ROLE -> holders(List.of(new RoleId(party.id())), asOf);
      case BODY -> holders(roles.embodying(asOf, new BodyId(party.id())), asOf);
      case GROUP -> List.of();
    };
  }

  /** Who holds one of the roles, or a role that is a case of one. */
  private List<PersonId> holders(List<RoleId> widest, AsOf asOf) {
    Set<RoleId> all = new LinkedHashSet<>();
    Deque<RoleId> open = new ArrayDeque<>(widest);
    Set<PersonId> persons = new LinkedHashSet<>();
    while (!open.isEmpty() && all.size() < NAMED_MAX) {
      RoleId role = open.removeFirst();
      if (all.add(role)) {
        roles.holders(asOf, role).stream()
            .limit(NAMED_MAX)
            .forEach(held -> persons.add(held.row().person()));
        roles
            .page(asOf, new RolesView.Filter(null, role, false), null, NAMED_MAX)
            .items()
            .forEach(held -> open.add(held.row().role()));
      }
    }
    return List.copyOf(persons);
  }
}
