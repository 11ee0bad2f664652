package nl.korf.service.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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

  private static final String BODIES =
      """
      minister-vgr | Minister voor Vastgoed en Ruimte | Minister for Estate and Space | minister | -
      ministerie-vgr | Ministerie van Vastgoed en Ruimte | Ministry of Estate and Space | ministry | minister-vgr
      rijksvastgoeddienst | Rijksvastgoeddienst | National Estate Service | agency | ministerie-vgr
      gemeente-lindewaard | Gemeente Lindewaard | Municipality of Lindewaard | municipality | -
      gemeente-oosterveen | Gemeente Oosterveen | Municipality of Oosterveen | municipality | -
      waterschap-de-meent | Waterschap De Meent | Water authority De Meent | water_authority | -
      provincie-middenland | Provincie Middenland | Province of Middenland | province | -
      veiligheidsregio-oostmark | Veiligheidsregio Oostmark | Safety region Oostmark | safety_region | -
      """;

  private static final String ROLES =
      """
      r-minister | Minister voor Vastgoed en Ruimte | Minister for Estate and Space | minister-vgr | - | ONE
      r-sg | Secretaris-generaal | Secretary-general | ministerie-vgr | r-minister | ONE
      r-directeur-transacties | Directeur Transacties | Director Transactions | rijksvastgoeddienst | r-sg | ONE
      r-directeur-projecten | Directeur Projecten | Director Projects | rijksvastgoeddienst | r-sg | ONE
      r-directeur-bedrijfsvoering | Directeur Bedrijfsvoering | Director Operations | rijksvastgoeddienst | r-sg | ONE
      r-projectbevoegde-huur | Projectbevoegde huur | Project officer leases | rijksvastgoeddienst | r-directeur-transacties | MANY
      r-projectbevoegde-werken | Projectbevoegde werken | Project officer works | rijksvastgoeddienst | r-directeur-projecten | MANY
      r-medewerker-projecten | Medewerker projecten | Project assistant | rijksvastgoeddienst | r-projectbevoegde-werken | MANY
      r-teammanager-bedrijfsvoering | Teammanager bedrijfsvoering | Team manager operations | rijksvastgoeddienst | r-directeur-bedrijfsvoering | MANY
      """;

  private static final String HOLDERS =
      """
      minister | minister | r-minister
      sg | secretaris-generaal | r-sg
      transacties | directeur Transacties | r-directeur-transacties
      projecten | directeur Projecten | r-directeur-projecten
      bedrijfsvoering | directeur Bedrijfsvoering | r-directeur-bedrijfsvoering
      huur-1 | projectbevoegde huur | r-projectbevoegde-huur
      huur-2 | projectbevoegde huur | r-projectbevoegde-huur
      werken-1 | projectbevoegde werken | r-projectbevoegde-werken
      werken-2 | projectbevoegde werken | r-projectbevoegde-werken
      medewerker | medewerker projecten | r-medewerker-projecten
      team | teammanager bedrijfsvoering | r-teammanager-bedrijfsvoering
      """;

  private static final String GROUPS =
      """
      wg-kantoren-van-morgen | Kantoren van morgen | Offices of tomorrow | rijksvastgoeddienst | - | huur-1 team
      wg-energie | Energie in gebouwen | Energy in buildings | rijksvastgoeddienst | - | werken-1
      wg-zon-op-daken | Zon op daken | Solar roofs | rijksvastgoeddienst | wg-energie | werken-2
      wg-herbestemming | Herbestemming | Reuse of buildings | rijksvastgoeddienst | - | werken-2
      wg-marktbenadering | Marktbenadering | Approach to the market | rijksvastgoeddienst | - | huur-2 transacties
      wg-gebouwdossier | Digitaal gebouwdossier | Digital building file | rijksvastgoeddienst | - | medewerker
      wg-stationskwartier | Stationskwartier | Station quarter | gemeente-lindewaard | - | huur-1
      wg-opvang | Opvanglocaties | Reception sites | gemeente-lindewaard | - | -
      wg-circulair-slopen | Circulair slopen | Circular demolition | gemeente-oosterveen | - | -
      wg-water-en-vastgoed | Water en vastgoed | Water and estate | waterschap-de-meent | - | -
      wg-monumenten | Monumenten | Monuments | provincie-middenland | - | -
      wg-hulpdiensten | Huisvesting hulpdiensten | Housing emergency services | veiligheidsregio-oostmark | - | werken-1
      """;

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
    rows(BODIES)
        .forEach(f ->
            body(new BodyId(f[0]), f[1], f[2], f[3], f[4].equals("-") ? null : new BodyId(f[4])));
  }

  private void roles() {
    rows(ROLES)
        .forEach(f ->
            role(
                new RoleId(f[0]),
                f[1],
                f[2],
                new BodyId(f[3]),
                f[4].equals("-") ? null : new RoleId(f[4]),
                Cardinality.valueOf(f[5])));
  }

  private void holders() {
    rows(HOLDERS).forEach(f -> holds(f[0], f[1], new RoleId(f[2])));
  }

  private void groups() {
    rows(GROUPS)
        .forEach(f ->
            group(
                f[0],
                f[1],
                f[2],
                f[3],
                f[4].equals("-") ? null : f[4],
                f[5].equals("-") ? List.of() : List.of(f[5].split(" "))));
  }

  /** The lines of a table, its fields parted by bars. */
  private static Stream<String[]> rows(String table) {
    return table.lines().map(line -> line.strip().split(" \\| "));
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
      @Nullable RoleId reportsTo,
      Cardinality cardinality) {
    script.registrar(
        at,
        new RegisterRole(
            id,
            LocalizedText.of(nl, en),
            body,
            body.equals(MINISTER) ? MINISTER : null,
            reportsTo,
            null,
            cardinality,
            null));
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
      List<String> parts) {
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
