package nl.korf.service.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.roles.AppointToRole;
import nl.korf.service.roles.RegisterRole;
import org.jspecify.annotations.Nullable;

/** Who takes part: invented organisations, functions, people by function, and working groups. */
final class Cast {

  static final BodyId MINISTER = new BodyId("minister-vgr");
  static final RoleId R_MINISTER = new RoleId("r-minister");
  static final RoleId R_SG = new RoleId("r-sg");
  static final RoleId R_TRANSACTIONS = new RoleId("r-directeur-transacties");
  static final RoleId R_PROJECTS = new RoleId("r-directeur-projecten");
  static final RoleId R_OPERATIONS = new RoleId("r-directeur-bedrijfsvoering");
  static final RoleId R_LEASES = new RoleId("r-projectbevoegde-huur");
  static final RoleId R_WORKS = new RoleId("r-projectbevoegde-werken");
  static final RoleId R_JUNIOR = new RoleId("r-medewerker-projecten");
  static final RoleId R_TEAM = new RoleId("r-teammanager-bedrijfsvoering");

  private static final BodyId MINISTRY = new BodyId("ministerie-vgr");
  private static final BodyId SERVICE = new BodyId("rijksvastgoeddienst");

  private final Script script;
  private final Instant at;
  private final SplittableRandom random;
  private final Map<String, PersonId> people = new LinkedHashMap<>();
  private final Map<PersonId, String> names = new LinkedHashMap<>();
  private final Map<GroupId, List<PersonId>> members = new LinkedHashMap<>();

  Cast(Script script, Instant at, SplittableRandom random) {
    this.script = script;
    this.at = at;
    this.random = random;
    bodies();
    roles();
    holders();
    groups();
  }

  /** The person who plays a part. */
  PersonId person(String part) {
    return Objects.requireNonNull(people.get(part), part);
  }

  /** Names as shown, each saying that it is invented. */
  Map<PersonId, String> names() {
    return names;
  }

  List<GroupId> workingGroups() {
    return List.copyOf(members.keySet());
  }

  /** Members of a group, its lead first. */
  List<PersonId> members(GroupId group) {
    return Objects.requireNonNull(members.get(group), group.value());
  }

  private void bodies() {
    body(
        MINISTER,
        "Minister voor Vastgoed en Ruimte",
        "Minister for Estate and Space",
        "minister",
        null);
    body(
        MINISTRY,
        "Ministerie van Vastgoed en Ruimte",
        "Ministry of Estate and Space",
        "ministry",
        null);
    body(SERVICE, "Rijksvastgoeddienst", "National Estate Service", "agency", MINISTRY);
    body(
        "gemeente-lindewaard", "Gemeente Lindewaard", "Municipality of Lindewaard", "municipality");
    body(
        "gemeente-oosterveen", "Gemeente Oosterveen", "Municipality of Oosterveen", "municipality");
    body(
        "waterschap-de-meent",
        "Waterschap De Meent",
        "Water authority De Meent",
        "water_authority");
    body("provincie-middenland", "Provincie Middenland", "Province of Middenland", "province");
    body(
        "veiligheidsregio-oostmark",
        "Veiligheidsregio Oostmark",
        "Safety region Oostmark",
        "safety_region");
  }

  private void roles() {
    role(
        R_MINISTER,
        "Minister voor Vastgoed en Ruimte",
        "Minister for Estate and Space",
        MINISTER,
        MINISTER,
        null,
        Cardinality.ONE);
    role(
        R_SG,
        "Secretaris-generaal",
        "Secretary-general",
        MINISTRY,
        null,
        R_MINISTER,
        Cardinality.ONE);
    role(
        R_TRANSACTIONS,
        "Directeur Transacties",
        "Director Transactions",
        SERVICE,
        null,
        R_SG,
        Cardinality.ONE);
    role(
        R_PROJECTS,
        "Directeur Projecten",
        "Director Projects",
        SERVICE,
        null,
        R_SG,
        Cardinality.ONE);
    role(
        R_OPERATIONS,
        "Directeur Bedrijfsvoering",
        "Director Operations",
        SERVICE,
        null,
        R_SG,
        Cardinality.ONE);
    role(
        R_LEASES,
        "Projectbevoegde huur",
        "Project officer leases",
        SERVICE,
        null,
        R_TRANSACTIONS,
        Cardinality.MANY);
    role(
        R_WORKS,
        "Projectbevoegde werken",
        "Project officer works",
        SERVICE,
        null,
        R_PROJECTS,
        Cardinality.MANY);
    role(
        R_JUNIOR,
        "Medewerker projecten",
        "Project assistant",
        SERVICE,
        null,
        R_WORKS,
        Cardinality.MANY);
    role(
        R_TEAM,
        "Teammanager bedrijfsvoering",
        "Team manager operations",
        SERVICE,
        null,
        R_OPERATIONS,
        Cardinality.MANY);
  }

  private void holders() {
    holds("minister", "minister", R_MINISTER);
    holds("sg", "secretaris-generaal", R_SG);
    holds("transacties", "directeur Transacties", R_TRANSACTIONS);
    holds("projecten", "directeur Projecten", R_PROJECTS);
    holds("bedrijfsvoering", "directeur Bedrijfsvoering", R_OPERATIONS);
    holds("huur-1", "projectbevoegde huur", R_LEASES);
    holds("huur-2", "projectbevoegde huur", R_LEASES);
    holds("werken-1", "projectbevoegde werken", R_WORKS);
    holds("werken-2", "projectbevoegde werken", R_WORKS);
    holds("medewerker", "medewerker projecten", R_JUNIOR);
    holds("team", "teammanager bedrijfsvoering", R_TEAM);
  }

  private void groups() {
    group(
        "wg-kantoren-van-morgen",
        "Kantoren van morgen",
        "Offices of tomorrow",
        SERVICE.value(),
        null,
        "huur-1",
        "team");
    group(
        "wg-energie",
        "Energie in gebouwen",
        "Energy in buildings",
        SERVICE.value(),
        null,
        "werken-1");
    group(
        "wg-zon-op-daken",
        "Zon op daken",
        "Solar roofs",
        SERVICE.value(),
        "wg-energie",
        "werken-2");
    group(
        "wg-herbestemming",
        "Herbestemming",
        "Reuse of buildings",
        SERVICE.value(),
        null,
        "werken-2");
    group(
        "wg-marktbenadering",
        "Marktbenadering",
        "Approach to the market",
        SERVICE.value(),
        null,
        "huur-2",
        "transacties");
    group(
        "wg-gebouwdossier",
        "Digitaal gebouwdossier",
        "Digital building file",
        SERVICE.value(),
        null,
        "medewerker");
    group(
        "wg-stationskwartier",
        "Stationskwartier",
        "Station quarter",
        "gemeente-lindewaard",
        null,
        "huur-1");
    group("wg-opvang", "Opvanglocaties", "Reception sites", "gemeente-lindewaard", null);
    group(
        "wg-circulair-slopen",
        "Circulair slopen",
        "Circular demolition",
        "gemeente-oosterveen",
        null);
    group(
        "wg-water-en-vastgoed",
        "Water en vastgoed",
        "Water and estate",
        "waterschap-de-meent",
        null);
    group("wg-monumenten", "Monumenten", "Monuments", "provincie-middenland", null);
    group(
        "wg-hulpdiensten",
        "Huisvesting hulpdiensten",
        "Housing emergency services",
        "veiligheidsregio-oostmark",
        null,
        "werken-1");
  }

  private void body(String id, String nl, String en, String kind) {
    body(new BodyId(id), nl, en, kind, null);
  }

  private void body(BodyId id, String nl, String en, String kind, @Nullable BodyId parent) {
    script.registrar(
        at,
        new RegisterBody(
            id,
            LocalizedText.of(nl + " (voorbeeld)", en + " (example)"),
            new RegisterNumber(Register.LOCAL, id.value()),
            kind,
            parent,
            null));
  }

  private void role(
      RoleId id,
      String nl,
      String en,
      BodyId body,
      @Nullable BodyId embodies,
      @Nullable RoleId reportsTo,
      Cardinality cardinality) {
    script.registrar(
        at,
        new RegisterRole(
            id, LocalizedText.of(nl, en), body, embodies, reportsTo, null, cardinality, null));
  }

  private void holds(String part, String function, RoleId role) {
    script.registrar(at, new AppointToRole(role, enter(part, function), null, null));
  }

  /** A group with its lead, two more members, and whoever of the service takes part. */
  private void group(
      String id,
      String nl,
      String en,
      String organisation,
      @Nullable String parent,
      String... parts) {
    GroupId group = new GroupId(id);
    script.registrar(
        at,
        new FormGroup(
            group,
            LocalizedText.of(nl, en),
            "werkgroep",
            parent == null ? null : new GroupId(parent),
            new BodyId(organisation),
            null,
            "Voorbeeld: " + nl + "."));
    List<PersonId> joined = new ArrayList<>();
    joined.add(enter(id + "-trekker", "trekker " + nl));
    joined.add(enter(id + "-adviseur", "adviseur " + nl));
    joined.add(enter(id + "-lid", "lid " + nl));
    for (String part : parts) {
      joined.add(person(part));
    }
    for (int i = 0; i < joined.size(); i++) {
      script.registrar(at, new AddMember(group, joined.get(i), i == 0 ? "trekker" : "lid"));
    }
    members.put(group, joined);
  }

  /** A person; the id comes from the seed, so that the example is the same everywhere. */
  private PersonId enter(String part, String function) {
    byte[] bytes = new byte[10];
    random.nextBytes(bytes);
    PersonId person = new PersonId("p-" + HexFormat.of().formatHex(bytes));
    people.put(part, person);
    names.put(person, "Voorbeeldpersoon %02d – %s".formatted(people.size(), function));
    script.registrar(at, new RegisterPerson(person, false));
    return person;
  }
}
