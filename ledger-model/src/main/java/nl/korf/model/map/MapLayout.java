package nl.korf.model.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The places of everything born in a ledger.
 *
 * <p>What was born up to the epoch is packed: discs on their islands, islands in the sea, the
 * largest in the middle, with empty places reserved. What is born after it takes the next reserved
 * place. The epoch is the position of the last birth that found its container full, so everybody
 * who knows the same births knows the same epoch and the same places, and a later moment in the
 * same epoch only has more of them.
 *
 * @param epoch position of the birth by which everything was packed; 0: nothing was ever full
 * @param births in {@link Birth#ORDER}
 * @param places one for each birth
 */
public record MapLayout(long epoch, List<Birth> births, List<Place> places) {

  /** Between two discs on an island, and from them to its edge. */
  private static final double DISC_GAP = 1.4;

  private static final double SHORE = 2.2;

  /** Between two islands. */
  private static final double ISLAND_GAP = 3.5;

  /** A screen is wider than high. */
  private static final double SEA_STRETCH = 2.2;

  public MapLayout {
    births = List.copyOf(births);
    places = List.copyOf(places);
  }

  /**
   * Lays out births in any order.
   *
   * @throws IllegalArgumentException where a birth names a container that is not born before it, or
   *     is born twice in the same one, or a container in two; names all of them
   */
  public static MapLayout of(List<Birth> births) {
    List<Birth> inOrder = births.stream().sorted(Birth.ORDER).toList();
    requireWhole(inOrder);
    long epoch = epoch(inOrder);
    return new Drawing(inOrder, epoch).drawn();
  }

  private static void requireWhole(List<Birth> births) {
    Set<String> containers = new HashSet<>();
    Set<List<String>> settled = new HashSet<>();
    Set<String> wrong = new TreeSet<>();
    for (Birth birth : births) {
      String parent = birth.parent();
      if (parent != null && !containers.contains(containerKey(birth, parent))) {
        wrong.add(birth.id() + " is born in " + parent + ", which is not there");
      }
      boolean moves = containerOf(birth.kind()) == NodeKind.DISC;
      String place = moves ? String.valueOf(parent) : "the ledger";
      if (!settled.add(List.of(birth.kind().name(), birth.id(), place))) {
        wrong.add(birth.id() + " is born twice in " + place);
      }
      containers.add(birth.kind() + " " + birth.id());
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
  }

  /** What a child lies in; of an island, which lies in the sea, an island. */
  private static NodeKind containerOf(NodeKind child) {
    return switch (child) {
      case ISLAND, DISC -> NodeKind.ISLAND;
      case INITIATIVE, HOLDER -> NodeKind.DISC;
    };
  }

  private static String containerKey(Birth child, String parent) {
    return containerOf(child.kind()) + " " + parent;
  }

  /** The last position at which a birth found its container full. */
  private static long epoch(List<Birth> births) {
    Map<String, Integer> children = new HashMap<>();
    long epoch = 0;
    for (Birth birth : births) {
      String parent = birth.parent();
      if (parent != null) {
        String container = containerKey(birth, parent);
        int before = children.getOrDefault(container, 0);
        if (Slots.overflows(containerOf(birth.kind()), before)) {
          epoch = birth.born();
        }
        children.put(container, before + 1);
      }
    }
    return epoch;
  }

  /** A disc or an island while the map is drawn; its places are around its own middle. */
  private static final class Container {
    private final Birth birth;
    private final List<Container> discs = new ArrayList<>();
    private int packed;
    private double radius;
    private List<Place> slots = List.of();
    private Place place = new Place(0, 0, 0);

    Container(Birth birth) {
      this.birth = birth;
    }
  }

  private static final class Drawing {
    private final List<Birth> births;
    private final long epoch;
    private final Map<String, Container> islands = new LinkedHashMap<>();
    private final Map<String, Container> discs = new LinkedHashMap<>();

    Drawing(List<Birth> births, long epoch) {
      this.births = births;
      this.epoch = epoch;
    }

    MapLayout drawn() {
      births.forEach(this::count);
      discs.values().forEach(Drawing::sizeDisc);
      islands.values().forEach(this::packIsland);
      packSea();
      Map<String, Integer> taken = new HashMap<>();
      return new MapLayout(epoch, births, births.stream().map(one -> place(one, taken)).toList());
    }

    private void count(Birth birth) {
      switch (birth.kind()) {
        case ISLAND -> islands.putIfAbsent(birth.id(), new Container(birth));
        case DISC -> {
          Container disc = new Container(birth);
          discs.put(birth.id(), disc);
          Container island = island(birth);
          island.discs.add(disc);
          settle(island, birth);
        }
        case INITIATIVE, HOLDER -> settle(disc(birth), birth);
      }
    }

    private void settle(Container container, Birth child) {
      if (child.born() <= epoch) {
        container.packed++;
      }
    }

    private static void sizeDisc(Container disc) {
      disc.radius = Sunflower.radius(Slots.capacity(NodeKind.DISC, disc.packed));
    }

    /**
     * Discs of the epoch by size, then what is reserved; later discs take that in order of birth.
     */
    private void packIsland(Container island) {
      List<Double> radii = new ArrayList<>();
      for (Container disc : island.discs) {
        if (disc.birth.born() <= epoch) {
          radii.add(disc.radius);
        }
      }
      int capacity = Slots.capacity(NodeKind.ISLAND, island.packed);
      double least = Sunflower.radius(Slots.DISC_MIN);
      Packing packing = new Packing(DISC_GAP, 1);
      List<Place> slots = new ArrayList<>(packing.addAll(radii));
      while (slots.size() < capacity) {
        slots.add(packing.add(least));
      }
      Place around = Packing.enclosing(slots, SHORE);
      island.radius = around.r();
      island.slots = slots.stream().map(slot -> slot.moved(-around.x(), -around.y())).toList();
    }

    /** Islands of the epoch by size, around the middle; later ones in the first free spot. */
    private void packSea() {
      Packing sea = new Packing(ISLAND_GAP, SEA_STRETCH);
      List<Container> packed =
          islands.values().stream().filter(island -> island.birth.born() <= epoch).toList();
      List<Place> places = sea.addAll(packed.stream().map(island -> island.radius).toList());
      for (int i = 0; i < packed.size(); i++) {
        packed.get(i).place = places.get(i);
      }
      for (Container island : islands.values()) {
        if (island.birth.born() > epoch) {
          island.place = sea.add(island.radius);
        }
      }
    }

    private Place place(Birth birth, Map<String, Integer> taken) {
      if (birth.kind() == NodeKind.ISLAND) {
        return Objects.requireNonNull(islands.get(birth.id())).place;
      }
      if (birth.kind() == NodeKind.DISC) {
        Container island = island(birth);
        Place slot =
            island.slots.get(taken.merge("ISLAND " + island.birth.id(), 1, Integer::sum) - 1);
        Container disc = Objects.requireNonNull(discs.get(birth.id()));
        disc.place = slot.moved(island.place.x(), island.place.y());
        return disc.place;
      }
      Container disc = disc(birth);
      int slot = taken.merge("DISC " + disc.birth.id(), 1, Integer::sum) - 1;
      return Sunflower.slot(slot).moved(disc.place.x(), disc.place.y());
    }

    private Container island(Birth disc) {
      return Objects.requireNonNull(islands.get(Objects.requireNonNull(disc.parent())));
    }

    private Container disc(Birth node) {
      return Objects.requireNonNull(discs.get(Objects.requireNonNull(node.parent())));
    }
  }
}
