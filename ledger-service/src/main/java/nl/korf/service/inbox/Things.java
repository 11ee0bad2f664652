package nl.korf.service.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.RoundId;
import nl.korf.model.notices.Followed;
import nl.korf.projections.AsOf;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.pages.Names;
import nl.korf.service.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the subjects of notices are called now, and where they have a page. */
@Component
final class Things {

  /** What has a page of its own. */
  private static final Map<String, String> PAGES =
      Map.of(
          "group", "/groups/",
          "initiative", "/initiatives/",
          "mandate", "/mandates/",
          "person", "/people/",
          "decision", "/decisions/",
          "round", "/rounds/");

  private final Names names;
  private final Reading reading;
  private final Clock clock;
  private final MessageSource messages;
  private final GroupsView groups;
  private final InitiativesView initiatives;
  private final MandatesView mandates;
  private final DecisionsView decisions;
  private final RoundsView rounds;
  private final PowersView powers;
  private final PeopleView people;
  private final ProgrammesView programmes;

  Things(
      Names names,
      Reading reading,
      Clock clock,
      MessageSource messages,
      GroupsView groups,
      InitiativesView initiatives,
      MandatesView mandates,
      DecisionsView decisions,
      RoundsView rounds,
      PowersView powers,
      PeopleView people,
      ProgrammesView programmes) {
    this.names = names;
    this.reading = reading;
    this.clock = clock;
    this.messages = messages;
    this.groups = groups;
    this.initiatives = initiatives;
    this.mandates = mandates;
    this.decisions = decisions;
    this.rounds = rounds;
    this.powers = powers;
    this.people = people;
    this.programmes = programmes;
  }

  /** Names as they are now, in one language; remembers what it looked up. */
  Called in(String language) {
    return new Called(language);
  }

  AsOf now() {
    return new AsOf(reading.projected(), clock.instant());
  }

  /**
   * Makes sure that what somebody wants to follow is there.
   *
   * @throws Refused when it is not
   */
  void require(Followed followed) {
    AsOf now = now();
    String id = followed.id();
    switch (followed.kind()) {
      case GROUP -> require(groups.find(now, new GroupId(id)), Refusal.GROUP_UNKNOWN, "group", id);
      case INITIATIVE ->
          require(
              initiatives.find(now, new InitiativeId(id)),
              Refusal.INITIATIVE_UNKNOWN,
              "initiative",
              id);
      case MANDATE ->
          require(
              mandates.standing(now, new MandateId(id)), Refusal.MANDATE_UNKNOWN, "mandate", id);
      case PERSON ->
          require(people.find(now, new PersonId(id)), Refusal.PERSON_UNKNOWN, "person", id);
      case POWER -> require(powers.find(now, new PowerId(id)), Refusal.POWER_UNKNOWN, "power", id);
      case FACET, FACT, LEDGER, CONCERNS_ME -> {}
    }
  }

  private static void require(Optional<?> found, Refusal refusal, String field, String id) {
    if (found.isEmpty()) {
      throw new Refused(refusal, field, id);
    }
  }

  /** The page of a subject, or null where it has none. */
  static @Nullable String page(String subject) {
    int colon = subject.indexOf(':');
    String prefix = colon < 0 ? null : PAGES.get(subject.substring(0, colon));
    return prefix == null ? null : prefix + subject.substring(colon + 1);
  }

  /** The first of these that has a page, the most telling sort first. */
  static Optional<String> main(List<String> subjects) {
    return List.of("decision", "round", "mandate", "initiative", "group", "person").stream()
        .flatMap(sort -> subjects.stream().filter(one -> one.startsWith(sort + ":")).limit(1))
        .findFirst();
  }

  /** Names in one language. */
  final class Called {

    private final String language;
    private final AsOf now = now();
    private final Names.Spoken spoken;

    private Called(String language) {
      this.language = language;
      this.spoken = names.at(now, language);
    }

    String language() {
      return language;
    }

    /** A sentence of the pages. */
    String say(String key, Object... values) {
      return messages.getMessage(key, values, Locale.of(language));
    }

    /** What a subject, {@code group:g-1}, is called; its identifier where it has no name. */
    String name(String subject) {
      int colon = subject.indexOf(':');
      String sort = colon < 0 ? subject : subject.substring(0, colon);
      String id = subject.substring(colon + 1);
      return switch (sort) {
        case "person", "group", "role", "body" -> spoken.of(Party.parse(subject)).text();
        case "power" -> spoken.of(new PowerId(id)).text();
        case "initiative" -> initiative(id);
        case "mandate" -> mandate(id);
        case "decision" ->
            decisions
                .find(now, new DecisionId(id))
                .map(held -> held.row().title().in(language))
                .orElse(id);
        case "round" ->
            rounds
                .find(now, new RoundId(id))
                .map(held -> held.row().title().in(language))
                .orElse(id);
        case "programme" ->
            programmes
                .find(now, new ProgrammeId(id))
                .map(held -> held.row().title().in(language))
                .orElse(id);
        case "fact" -> say("fact." + id);
        case "facet" -> say("field." + id);
        case "ledger", "concerns-me" -> say("followed." + sort);
        default -> id;
      };
    }

    private String initiative(String id) {
      return initiatives
          .find(now, new InitiativeId(id))
          .map(held -> held.row().title().in(language))
          .orElse(id);
    }

    /** A mandate is known by its power and its identifier. */
    private String mandate(String id) {
      return mandates
          .standing(now, new MandateId(id))
          .map(standing ->
              spoken.of(standing.mandate().row().terms().power()).text() + " (" + id + ")")
          .orElse(id);
    }
  }
}
