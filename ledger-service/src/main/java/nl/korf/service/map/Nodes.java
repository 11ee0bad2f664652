package nl.korf.service.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import nl.korf.model.Party;
import nl.korf.model.map.Birth;
import nl.korf.model.map.NodeKind;
import nl.korf.projections.map.KnownMap;
import nl.korf.projections.map.KnownMap.GroupHome;
import nl.korf.projections.map.KnownMap.Named;
import nl.korf.projections.map.KnownMap.PartyBirth;
import nl.korf.projections.map.KnownMap.Settled;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the map, and where it was born. A group is a disc on the island of its
 * organisation, or of the nearest group above it that has one, as it was at its birth. An
 * initiative stands in the group that owns it. Roles and bodies that give or hold mandates stand in
 * the office of their body; persons in the office of the body they had a role in by then. What has
 * no organisation is on the island of the ledger itself.
 */
final class Nodes {

  /** The island of what belongs to no organisation; its name is the ledger's. */
  static final String LEDGER = "ledger";

  private final KnownMap known;
  private final Map<String, GroupHome> homes;
  private final Map<String, String> bodyOfRole;
  private final Map<String, Long> discs = new LinkedHashMap<>();
  private final Map<String, String> islandOfDisc = new HashMap<>();
  private final List<Birth> births = new ArrayList<>();

  private Nodes(KnownMap known) {
    this.known = known;
    this.homes = known.groupHomes().stream().collect(byId(GroupHome::group));
    this.bodyOfRole = new HashMap<>();
    known.roleHomes().forEach(role -> bodyOfRole.putIfAbsent(role.id(), role.where()));
  }

  private static <T> Collector<T, ?, Map<String, T>> byId(Function<T, String> id) {
    return Collectors.toMap(id, Function.identity(), (first, _) -> first);
  }

  /** All births in a ledger. */
  static List<Birth> births(KnownMap known) {
    Nodes nodes = new Nodes(known);
    known
        .groups()
        .forEach(
            group -> nodes.disc("group:" + group.id(), nodes.islandOf(group.id()), group.born()));
    known.settled().forEach(nodes::initiative);
    known.parties().forEach(nodes::holder);
    nodes.containers();
    return nodes.births.stream().sorted(Birth.ORDER).toList();
  }

  private void disc(String id, String island, long born) {
    islandOfDisc.putIfAbsent(id, island);
    discs.merge(id, born, Math::min);
  }

  private String office(String island, long born) {
    String id = "office:" + island;
    disc(id, island, born);
    return id;
  }

  private String islandOf(String group) {
    Set<String> below = new HashSet<>();
    @Nullable String at = group;
    while (at != null && below.add(at)) {
      GroupHome home = homes.get(at);
      if (home == null) {
        return LEDGER;
      }
      if (home.organisation() != null) {
        return "body:" + home.organisation();
      }
      at = home.parent();
    }
    return LEDGER;
  }

  private void initiative(Settled settled) {
    String disc = "group:" + settled.where();
    disc(disc, islandOf(settled.where()), settled.position());
    births.add(
        new Birth(NodeKind.INITIATIVE, "initiative:" + settled.id(), disc, settled.position()));
  }

  private void holder(PartyBirth birth) {
    Party party = Party.parse(birth.party());
    String island =
        switch (party.kind()) {
          case GROUP -> null;
          case BODY -> "body:" + party.id();
          case ROLE -> islandOfRole(party.id());
          case PERSON -> islandOfPerson(party.id(), birth.born());
        };
    if (island != null) {
      String office = office(island, birth.born());
      births.add(new Birth(NodeKind.HOLDER, birth.party(), office, birth.born()));
    }
  }

  private String islandOfRole(String role) {
    String body = bodyOfRole.get(role);
    return body == null ? LEDGER : "body:" + body;
  }

  private String islandOfPerson(String person, long born) {
    return known.appointments().stream()
        .filter(one -> one.id().equals(person) && one.position() <= born)
        .findFirst()
        .map(one -> islandOfRole(one.where()))
        .orElse(LEDGER);
  }

  private void containers() {
    Map<String, Long> islands = new LinkedHashMap<>();
    discs.forEach((disc, born) -> {
      String island = islandOfDisc.getOrDefault(disc, LEDGER);
      islands.merge(island, born, Math::min);
      births.add(new Birth(NodeKind.DISC, disc, island, born));
    });
    islands.forEach((island, born) -> births.add(new Birth(NodeKind.ISLAND, island, null, born)));
  }

  /** What has a name of its own, by node; an office goes by the name of its body. */
  static Map<String, Named> names(KnownMap known, String ledger) {
    Map<String, Named> names = new HashMap<>();
    names.put(LEDGER, new Named(LEDGER, 1, Long.MAX_VALUE, ledger, null));
    names.put("office:" + LEDGER, new Named(LEDGER, 1, Long.MAX_VALUE, ledger, null));
    known
        .bodies()
        .forEach(one -> {
          names.put("body:" + one.id(), one);
          names.put("office:body:" + one.id(), one);
        });
    known.groups().forEach(one -> names.put("group:" + one.id(), one));
    known.roles().forEach(one -> names.put("role:" + one.id(), one));
    known.initiatives().forEach(one -> names.put("initiative:" + one.id(), one));
    return names;
  }
}
