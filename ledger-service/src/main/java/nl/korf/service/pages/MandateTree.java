package nl.korf.service.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.mandates.Branch;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import nl.korf.projections.mandates.TreeRoot;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.kernel.LedgerFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mandates as the trees they are. One question gives the tree, one how each mandate in it stands;
 * names and reasons are asked for all of it together.
 */
@Component
final class MandateTree {

  /** Most mandates in what one page shows. */
  static final int NODES_MAX = 300;

  /** Most that are shown of those that hang from one mandate. */
  static final int CHILDREN_MAX = 25;

  /** Most levels below where a tree begins, that one included. */
  static final int LEVELS_MAX = 8;

  /** Most mandates a tree begins at. */
  static final int ROOTS_MAX = 50;

  /** Levels that are open from the start. */
  private static final int LEVELS_OPEN = 2;

  private static final Set<MandateState> ENDED =
      EnumSet.of(MandateState.REVOKED, MandateState.DECLINED, MandateState.EXPIRED);

  private final MandatesView mandates;
  private final RolesView roles;
  private final FactLog log;

  MandateTree(MandatesView mandates, RolesView roles, FactLog log) {
    this.mandates = mandates;
    this.roles = roles;
    this.log = log;
  }

  /**
   * Trees.
   *
   * @param whole whether they begin at all there is to begin at
   */
  record Trees(List<TreeNode> nodes, boolean whole) {}

  /** All that was known about the mandates of one page. */
  private record Known(
      Map<MandateId, Branch> branches,
      Map<MandateId, List<MandateId>> children,
      Map<MandateId, Standing> standings,
      Map<Long, FreeText> reasons,
      Names.Spoken spoken,
      Frame frame) {}

  /**
   * What a party gave out or holds: a body all that is granted in its name, anybody else what they
   * hold, a person also by their roles.
   */
  Trees from(Party party, AsOf asOf, Names.Spoken spoken, Frame frame) {
    Set<Party> holders = new HashSet<>(Set.of(party));
    if (party.kind() == Party.Kind.PERSON) {
      roles.heldBy(asOf, new PersonId(party.id())).stream()
          .map(held -> Party.of(held.row().role()))
          .forEach(holders::add);
    }
    Page<Held<MandateRow>> held = mandates.heldBy(asOf, holders, ROOTS_MAX);
    Page<Held<MandateRow>> granted =
        party.kind() == Party.Kind.BODY
            ? mandates.granted(asOf, new BodyId(party.id()), ROOTS_MAX)
            : new Page<>(List.of(), null);
    List<MandateId> roots =
        Stream.of(granted, held)
            .flatMap(page -> page.items().stream())
            .map(one -> one.row().mandate())
            .distinct()
            .toList();
    Known known =
        known(asOf, roots.stream().map(id -> new TreeRoot(id, LEVELS_MAX)).toList(), spoken, frame);
    List<TreeNode> nodes =
        roots.stream()
            .filter(id -> !hangsFromAny(id, roots, known))
            .flatMap(id -> Stream.ofNullable(node(id, null, 0, known)))
            .toList();
    return new Trees(nodes, held.next() == null && granted.next() == null);
  }

  private static boolean hangsFromAny(MandateId id, List<MandateId> roots, Known known) {
    Standing standing = known.standings().get(id);
    return standing != null
        && standing.above().stream().anyMatch(above -> roots.contains(above.row().mandate()));
  }

  /** A mandate with all it hangs from above it, and below it all that hangs from it. */
  @Nullable TreeNode around(Standing standing, AsOf asOf, Names.Spoken spoken, Frame frame) {
    MandateId current = standing.mandate().row().mandate();
    List<MandateId> above = standing.above().stream().map(held -> held.row().mandate()).toList();
    List<TreeRoot> roots = new ArrayList<>(List.of(new TreeRoot(current, LEVELS_MAX)));
    above.forEach(id -> roots.add(new TreeRoot(id, 1)));
    Known known = known(asOf, roots, spoken, frame);
    MandateId below = current;
    for (MandateId id : above) {
      known.children().put(id, List.of(below));
      below = id;
    }
    return node(below, current, -above.size(), known);
  }

  private Known known(AsOf asOf, List<TreeRoot> roots, Names.Spoken spoken, Frame frame) {
    Map<MandateId, Branch> branches = new LinkedHashMap<>();
    Map<MandateId, List<MandateId>> children = new HashMap<>();
    for (Branch branch : mandates.trees(asOf, roots, CHILDREN_MAX, NODES_MAX + roots.size())) {
      branches.putIfAbsent(branch.mandate(), branch);
      if (branch.parent() != null) {
        List<MandateId> siblings =
            children.computeIfAbsent(branch.parent(), _ -> new ArrayList<>());
        if (!siblings.contains(branch.mandate())) {
          siblings.add(branch.mandate());
        }
      }
    }
    Map<MandateId, Standing> standings = mandates.standings(asOf, branches.keySet());
    spoken.prepare(
        standings.values().stream()
            .map(one -> one.mandate().row().terms())
            .flatMap(
                terms -> Stream.of(terms.holder(), terms.grantor(), Party.of(terms.principal())))
            .toList(),
        standings.values().stream().map(one -> one.mandate().row().terms().power()).toList());
    return new Known(branches, children, standings, reasons(standings.values()), spoken, frame);
  }

  private Map<Long, FreeText> reasons(Collection<Standing> standings) {
    List<Long> positions =
        standings.stream()
            .map(one -> one.mandate().row())
            .filter(row -> ENDED.contains(row.state()) || row.state() == MandateState.SUSPENDED)
            .map(MandateRow::version)
            .distinct()
            .toList();
    Map<Long, FreeText> reasons = new HashMap<>();
    for (StoredFact stored : positions.isEmpty() ? List.<StoredFact>of() : log.wholeAt(positions)) {
      FreeText reason =
          switch (LedgerFacts.recorded(stored).fact()) {
            case MandateRevoked revoked -> revoked.reason();
            case MandateSuspended suspended -> suspended.reason();
            case MandateDeclined declined -> declined.reason();
            default -> null;
          };
      if (reason != null) {
        reasons.put(stored.position(), reason);
      }
    }
    return reasons;
  }

  private @Nullable TreeNode node(
      MandateId id, @Nullable MandateId current, int level, Known known) {
    Standing standing = known.standings().get(id);
    Branch branch = known.branches().get(id);
    if (standing == null || branch == null) {
      return null;
    }
    // where trees were put together a circle could go round
    List<MandateId> below =
        level + 1 < LEVELS_MAX ? known.children().getOrDefault(id, List.of()) : List.of();
    List<TreeNode> children =
        below.stream()
            .flatMap(child -> Stream.ofNullable(node(child, current, level + 1, known)))
            .toList();
    boolean listed = !children.isEmpty() || id.equals(current);
    return new TreeNode(
        MandateLine.of(standing, known.spoken(), known.frame()),
        standing.mandate().row().terms().holder().toString(),
        standing.above().size() + 1,
        branch.since(),
        ending(standing, known),
        id.equals(current),
        level < LEVELS_OPEN,
        children,
        branch.below() - children.size(),
        listed
            ? known.frame().link("/mandates", "parent", id.value())
            : known.frame().link("/mandates/" + id));
  }

  private static TreeNode.@Nullable Ending ending(Standing standing, Known known) {
    Held<MandateRow> end = standing.endedBy().orElse(null);
    if (end == null || end.row().state() == MandateState.ACTIVE) {
      return null;
    }
    MandateRow row = end.row();
    boolean own = row.mandate().equals(standing.mandate().row().mandate());
    return new TreeNode.Ending(
        ENDED.contains(row.state()),
        row.state().name(),
        end.from(),
        own ? known.reasons().get(row.version()) : null,
        own ? null : row.mandate().value());
  }
}
