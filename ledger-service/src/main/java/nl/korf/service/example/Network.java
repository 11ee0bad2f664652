package nl.korf.service.example;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.initiatives.Bloft;
import nl.korf.service.initiatives.ChangeStage;
import nl.korf.service.initiatives.InvolvePerson;
import nl.korf.service.initiatives.LinkInitiatives;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.initiatives.ReviseInitiative;
import nl.korf.service.initiatives.SetMilestone;
import nl.korf.service.initiatives.WithdrawInitiative;

/** What the working groups want to bring about: sixty initiatives over three years. */
final class Network {

  private static final Duration SPAN = Duration.ofDays(990);

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Huur", "Lease", "huur", "De looptijd bepaalt de waarde.", "Boek 7 BW, titel 4"),
          new Kind(
              "Verduurzaming",
              "Greening",
              "energie",
              "Minder gas, lagere lasten.",
              "Besluit bouwwerken leefomgeving"),
          new Kind(
              "Herbestemming",
              "Reuse",
              "herbestemming",
              "Leegstand kost elke maand geld.",
              "Omgevingswet"),
          new Kind(
              "Onderhoud",
              "Maintenance",
              "onderhoud",
              "Uitstel maakt het duurder.",
              "Aanbestedingswet 2012"),
          new Kind(
              "Gezamenlijk gebruik",
              "Shared use",
              "gebruik",
              "Twee organisaties, één gebouw.",
              "Awb titel 10.1"),
          new Kind(
              "Inrichting",
              "Fitting out",
              "inrichting",
              "Ruimte voor werken in groepen.",
              "Aanbestedingswet 2012"));

  private static final List<Place> PLACES =
      List.of(
          new Place("kantoor Stationskwartier", "office Station quarter", "stationskwartier"),
          new Place("gerechtsgebouw Lindewaard", "court house Lindewaard", "gerecht"),
          new Place("gemaal De Meent", "pumping station De Meent", "gemaal"),
          new Place("kazerne Oostmark", "barracks Oostmark", "kazerne"),
          new Place("depot Middenland", "depot Middenland", "depot"),
          new Place("brandweerpost Oosterveen", "fire station Oosterveen", "brandweer"),
          new Place("abdij Sint-Lioba", "abbey Saint Lioba", "abdij"),
          new Place("laboratorium Haveroord", "laboratory Haveroord", "lab"),
          new Place("voormalige gevangenis Keizersdal", "former prison Keizersdal", "gevangenis"),
          new Place("douanepost Westerkade", "customs post Westerkade", "douane"));

  private record Kind(String nl, String en, String id, String reason, String law) {}

  private record Place(String nl, String en, String id) {}

  /**
   * An initiative of the example.
   *
   * @param members of the owner group, its lead first
   */
  record Initiative(InitiativeId id, GroupId owner, List<PersonId> members, Instant proposed) {

    PersonId lead() {
      return members.getFirst();
    }

    PersonId member() {
      return members.get(1);
    }
  }

  private final Script script;
  private final Cast cast;
  private final Instant begin;
  private final SplittableRandom random;
  private final List<Initiative> initiatives = new ArrayList<>();

  Network(Script script, Cast cast, Instant begin, SplittableRandom random) {
    this.script = script;
    this.cast = cast;
    this.begin = begin;
    this.random = random;
  }

  /** All initiatives, the oldest first. */
  List<Initiative> initiatives() {
    return List.copyOf(initiatives);
  }

  void propose() {
    int count = KINDS.size() * PLACES.size();
    for (int i = 0; i < count; i++) {
      Kind kind = KINDS.get(i % KINDS.size());
      Place place = PLACES.get((i + i / KINDS.size()) % PLACES.size());
      Instant at = workday(begin.plus(SPAN.multipliedBy(i).dividedBy(count)));
      propose(i, kind, place, at);
    }
  }

  private void propose(int number, Kind kind, Place place, Instant at) {
    List<GroupId> groups = cast.workingGroups();
    GroupId owner = groups.get(number % groups.size());
    List<GroupId> participants =
        number % 3 == 0 ? List.of(groups.get((number + 5) % groups.size())) : List.of();
    InitiativeId id = new InitiativeId("i-%02d-%s-%s".formatted(number + 1, kind.id(), place.id()));
    Initiative initiative = new Initiative(id, owner, cast.members(owner), at);
    initiatives.add(initiative);
    script.person(
        at,
        initiative.lead(),
        new ProposeInitiative(
            id,
            LocalizedText.of(kind.nl() + " " + place.nl(), kind.en() + " " + place.en()),
            owner,
            participants,
            "idee",
            context(kind, place),
            List.of(LegalReference.cited(kind.law())),
            "Voorbeeldtekst. %s %s: %s".formatted(kind.nl(), place.nl(), kind.reason())));
    life(number, initiative, kind, place);
  }

  /** What happens to it afterwards, until a decision or its end. */
  private void life(int number, Initiative initiative, Kind kind, Place place) {
    Instant next = after(initiative.proposed(), 14);
    script.person(
        next,
        initiative.lead(),
        new InvolvePerson(initiative.id(), initiative.member(), "opsteller"));
    next = after(next, 21);
    script.person(next, initiative.member(), new ChangeStage(initiative.id(), "voorstel", null));
    if (number % 3 == 1) {
      next = after(next, 30);
      script.person(
          next,
          initiative.member(),
          new ReviseInitiative(
              initiative.id(),
              null,
              null,
              null,
              null,
              "Voorbeeldtekst, tweede versie. %s %s, na advies van de deelnemers."
                  .formatted(kind.nl(), place.nl())));
    }
    if (number % 4 == 2 && number >= 6) {
      Relation relation = number % 8 == 2 ? Relation.DEPENDS_ON : Relation.SEE_ALSO;
      script.person(
          after(next, 5),
          initiative.lead(),
          new LinkInitiatives(initiative.id(), relation, initiatives.get(number - 6).id()));
    }
    if (number % 5 == 3) {
      script.person(
          after(next, 7),
          initiative.lead(),
          new SetMilestone(initiative.id(), "kwartaal " + (1 + random.nextInt(4))));
    }
    if (number % 11 == 10) {
      script.person(
          after(next, 60),
          initiative.lead(),
          new WithdrawInitiative(initiative.id(), "Voorbeeld: te weinig draagvlak."));
    }
  }

  private static Bloft context(Kind kind, Place place) {
    return new Bloft(
        new Bloft.Facet(kind.reason(), List.of()),
        new Bloft.Facet("Grondslag: " + kind.law() + ".", List.of()),
        new Bloft.Facet("Beheer door de gebruikers van " + place.nl() + ".", List.of()),
        kind.id().equals("huur")
            ? new Bloft.Facet("Werkplekken volgens de rijksnorm.", List.of())
            : null,
        kind.id().equals("energie")
            ? new Bloft.Facet("Warmtepomp en zonnepanelen.", List.of())
            : null);
  }

  private Instant after(Instant earlier, int days) {
    return workday(earlier.plus(Duration.ofDays(days + random.nextInt(days))));
  }

  /** Between nine and five, not at a weekend. */
  private Instant workday(Instant roughly) {
    java.time.LocalDate day = roughly.atZone(java.time.ZoneOffset.UTC).toLocalDate();
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    return day.atTime(8, 0).plusMinutes(random.nextInt(480)).toInstant(java.time.ZoneOffset.UTC);
  }
}
