package nl.korf.service.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.money.VatBasis;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.directives.AnswerDirective;
import nl.korf.service.directives.IssueDirective;
import nl.korf.service.example.Network.Initiative;
import nl.korf.service.programmes.CloseProgramme;
import nl.korf.service.programmes.EstablishProgramme;
import nl.korf.service.programmes.IncludeInitiative;

/** What comes from above, and what organisations do together: a hold, and a programme of a year. */
final class Above {

  static final DirectiveId HOLD = new DirectiveId("aanhouding-gerecht");
  static final ProgrammeId PROGRAMME = new ProgrammeId("programma-2024");

  private static final Instant ESTABLISHED = Instant.parse("2024-01-15T10:00:00Z");
  private static final Instant CLOSED = Instant.parse("2024-12-20T15:00:00Z");

  private static final List<BodyId> ORGANISATIONS =
      List.of(
          new BodyId("rijksvastgoeddienst"),
          new BodyId("gemeente-lindewaard"),
          new BodyId("waterschap-de-meent"));

  private final Script script;
  private final Cast cast;

  Above(Script script, Cast cast) {
    this.script = script;
    this.cast = cast;
  }

  /** The minister holds an initiative; the hold lapses while nobody acts, and it is decided. */
  void hold(Initiative initiative) {
    Instant at = initiative.proposed().plus(Duration.ofDays(150));
    PersonId officer = cast.person("werken-1");
    Turns.Act act = new Turns.Act(Ladder.WORKS, "werken", 140_000, 1, VatBasis.EXCLUSIVE);
    TakeDecision decision =
        Turns.decision(
            "d-na-aanhouding",
            initiative.id(),
            act,
            Ladder.M_WORKS,
            "Warmtepompen",
            "Heat pumps",
            "in uitvoering");
    script.person(
        at,
        cast.person("minister"),
        new IssueDirective(
            HOLD,
            DirectiveType.HOLD,
            Subject.of(initiative.id()),
            Party.of(Cast.R_MINISTER),
            act.asked(),
            LegalReference.cited("Awb art. 10:6"),
            null,
            null,
            "Voorbeeld: de begroting is nog niet vastgesteld.",
            null));
    script.refused(at.plus(Duration.ofDays(3)), officer, decision, Refusal.HELD);
    script.person(
        at.plus(Duration.ofDays(4)),
        initiative.lead(),
        new AnswerDirective(HOLD, "Voorbeeld: uitstel kost een stookseizoen.", null));
    script.person(at.plus(Duration.ofDays(15)), officer, decision);
  }

  /** A programme of three organisations, with what their groups had proposed by then. */
  void programme(List<Initiative> initiatives) {
    PersonId keeper = initiatives.getFirst().lead();
    script.person(
        ESTABLISHED,
        keeper,
        new EstablishProgramme(
            PROGRAMME,
            LocalizedText.of("Samen huisvesten 2024", "Housing together 2024"),
            2024,
            initiatives.getFirst().owner(),
            ORGANISATIONS,
            "Voorbeeld: minder vierkante meters, samen."));
    Instant at = ESTABLISHED;
    for (int i : new int[] {0, 1, 2, 4}) {
      at = at.plus(Duration.ofMinutes(5));
      script.person(at, keeper, new IncludeInitiative(PROGRAMME, initiatives.get(i).id()));
    }
    script.person(CLOSED, keeper, new CloseProgramme(PROGRAMME, "Voorbeeld: het jaar is om."));
  }
}
