package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import org.jspecify.annotations.Nullable;

/** Facts for tests: one by one, or whole random histories of one entity. */
final class Histories {

  static final Instant DAY_0 = Instant.parse("2024-01-01T00:00:00Z");
  static final GroupId TIGERS = new GroupId("tigers");
  static final PersonId ANN = new PersonId("p-ann");
  static final RoleId DIRECTOR = new RoleId("director");
  static final MandateId MANDATE = new MandateId("m-1");

  /** An entity and a history about it. */
  record History(Evolution evolution, String entity, List<RecordedFact> facts) {}

  private Histories() {}

  static Instant day(int number) {
    return DAY_0.plusSeconds(86_400L * number);
  }

  static RecordedFact recorded(long position, int effectiveDay, Fact fact) {
    return new RecordedFact(
        new Envelope(
            position,
            DAY_0.plusSeconds(position),
            day(effectiveDay),
            "person:p-registrar",
            null,
            null,
            null,
            null),
        fact);
  }

  static Fact formed(String name) {
    return new GroupFormed(TIGERS, LocalizedText.en(name), "team", null, null, List.of(), null);
  }

  static Fact granted(@Nullable Integer from, @Nullable Integer until) {
    return new MandateGranted(MANDATE, terms(from, until));
  }

  static MandateTerms terms(@Nullable Integer from, @Nullable Integer until) {
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(),
        Nature.GRANTED,
        new BodyId("ministry"),
        Party.of(new BodyId("ministry")),
        Party.of(DIRECTOR),
        new PowerId("leases"),
        Scope.INHERITED,
        List.of(),
        true,
        List.of(),
        List.of(),
        from == null ? null : day(from),
        until == null ? null : day(until),
        SubMandating.YES,
        3,
        null,
        null,
        null,
        null);
  }

  static Fact narrowed(@Nullable Integer until) {
    return new MandateNarrowed(
        MANDATE, null, null, List.of(), until == null ? null : day(until), true, null);
  }

  static Fact assigned(@Nullable Integer from, @Nullable Integer until) {
    return new RoleAssigned(
        ANN, DIRECTOR, from == null ? null : day(from), until == null ? null : day(until));
  }

  /** Facts in order of position; effective days repeat and go back and forth. */
  static History random(SplittableRandom random, int facts) {
    return switch (random.nextInt(4)) {
      case 0 -> history(random, facts, ReadModel.GROUPS, "group/tigers", Histories::aboutGroup);
      case 1 ->
          history(
              random,
              facts,
              ReadModel.GROUPS,
              "membership/tigers/p-ann/lead",
              Histories::aboutMember);
      case 2 ->
          history(
              random,
              facts,
              ReadModel.ROLES,
              "appointment/director/p-ann",
              Histories::aboutAppointment);
      default -> history(random, facts, ReadModel.MANDATES, "mandate/m-1", Histories::aboutMandate);
    };
  }

  private interface Chance {
    Fact fact(SplittableRandom random, int day);
  }

  private static History history(
      SplittableRandom random, int count, ReadModel model, String entity, Chance chance) {
    List<RecordedFact> facts = new ArrayList<>();
    for (int position = 1; position <= count; position++) {
      int day = random.nextInt(12);
      facts.add(recorded(position, day, chance.fact(random, day)));
    }
    return new History(Evolution.of(model), entity, facts);
  }

  /** The same acts, recorded in the order in which they took effect. */
  static List<RecordedFact> inOrderOfEffect(List<RecordedFact> facts) {
    List<RecordedFact> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.comparing((RecordedFact fact) -> fact.envelope().effectiveAt())
            .thenComparingLong(RecordedFact::position));
    return sorted;
  }

  private static Fact aboutGroup(SplittableRandom random, int day) {
    return switch (random.nextInt(6)) {
      case 0 -> formed("Formed " + random.nextInt(3));
      case 1, 2 -> new GroupRenamed(TIGERS, LocalizedText.en("Named " + random.nextInt(3)));
      case 3 -> new GroupMoved(TIGERS, random.nextBoolean() ? null : new GroupId("cats"));
      case 4 -> new GroupArchived(TIGERS, null);
      default -> new GroupRestored(TIGERS, null);
    };
  }

  private static Fact aboutMember(SplittableRandom random, int day) {
    return random.nextBoolean()
        ? new MemberJoined(TIGERS, ANN, "lead")
        : new MemberLeft(TIGERS, ANN, "lead", null);
  }

  private static Fact aboutAppointment(SplittableRandom random, int day) {
    return switch (random.nextInt(4)) {
      case 0 -> new RoleEnded(ANN, DIRECTOR, null);
      case 1 -> assigned(null, null);
      case 2 -> assigned(null, day + random.nextInt(5));
      default -> assigned(day + random.nextInt(4) - 1, day + 2 + random.nextInt(5));
    };
  }

  private static final Party ROLE_PARTY = Party.parse("role:keeper");
  private static final Party BODY_PARTY = Party.parse("body:water");

  static MandateGranted offered(@Nullable Integer from) {
    return new MandateGranted(
        MANDATE, terms(from, null), List.of(ROLE_PARTY, BODY_PARTY), null, null);
  }

  private static Fact aboutMandate(SplittableRandom random, int day) {
    return switch (random.nextInt(12)) {
      case 8 -> offered(random.nextBoolean() ? null : day + 3);
      case 9 -> new MandateAccepted(MANDATE, ROLE_PARTY, ANN, null);
      case 10 ->
          random.nextInt(3) == 0
              ? new MandateDeclined(MANDATE, ROLE_PARTY, ANN, null)
              : new MandateAccepted(MANDATE, BODY_PARTY, ANN, null);
      case 11 -> new MandatePublished(MANDATE, "gazette " + random.nextInt(3));
      case 0 -> granted(null, null);
      case 1 -> granted(null, day + 1 + random.nextInt(8));
      case 2 -> granted(day + random.nextInt(3), day + 3 + random.nextInt(8));
      case 3 -> narrowed(null);
      case 4 -> narrowed(day + random.nextInt(6));
      case 5 -> new MandateSuspended(MANDATE, null);
      case 6 -> new SuspensionLifted(MANDATE, null);
      default ->
          random.nextInt(4) == 0
              ? new MandateRevoked(MANDATE, null, null)
              : new SuspensionLifted(MANDATE, null);
    };
  }
}
