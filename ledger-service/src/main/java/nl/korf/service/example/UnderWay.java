package nl.korf.service.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.initiatives.ChangeStage;
import nl.korf.service.initiatives.InvolvePerson;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.rounds.AskedSpec;
import nl.korf.service.rounds.CastBallot;
import nl.korf.service.rounds.DefineRule;
import nl.korf.service.rounds.OpenRound;
import nl.korf.service.rounds.RaiseObjection;

/**
 * What is being decided at the moment an example ledger is founded: a round by consent that closes
 * three weeks later, with two answers, an objection nobody has tested yet, and members who have not
 * answered. The only part of the story whose times follow from that moment.
 */
final class UnderWay {

  static final InitiativeId INITIATIVE = new InitiativeId("i-61-werkplekken-stationskwartier");
  static final RoundId ROUND = new RoundId("ronde-gedeelde-werkplekken");
  static final ObjectionId OBJECTION = new ObjectionId("bezwaar-stilteplekken");

  private static final GroupId GROUP = new GroupId("wg-kantoren-van-morgen");
  private static final RuleId CONSENT = new RuleId("instemming");
  private static final Duration PERIOD = Duration.ofDays(28);

  private final Script script;
  private final Cast cast;
  private final Instant present;

  /**
   * What is under way.
   *
   * @param present when the ledger is founded, in real time
   */
  UnderWay(Script script, Cast cast, Instant present) {
    this.script = script;
    this.cast = cast;
    this.present = present;
  }

  void round() {
    List<PersonId> members = cast.members(GROUP);
    PersonId lead = members.getFirst();
    PersonId adviser = members.get(1);
    propose(lead, adviser);
    rule(lead);
    open(lead);
    script.person(
        before(6),
        lead,
        new CastBallot(ROUND, Choice.YES, null, "Voorbeeld: minder leegstand, meer ruimte.", null));
    script.person(before(4), cast.person("team"), ballot(Choice.YES));
    script.person(
        before(2),
        adviser,
        new RaiseObjection(
            OBJECTION,
            ROUND,
            new Claims(true, true, true, true, false),
            "Voorbeeld: zonder plekken om stil te werken kan de groep haar werk daar niet doen.",
            null));
  }

  private Instant before(int days) {
    return present.minus(Duration.ofDays(days));
  }

  private void propose(PersonId lead, PersonId author) {
    script.person(
        before(30),
        lead,
        new ProposeInitiative(
            INITIATIVE,
            LocalizedText.of(
                "Gedeelde werkplekken Stationskwartier", "Shared workplaces Station quarter"),
            GROUP,
            List.of(new GroupId("wg-stationskwartier")),
            "idee",
            new Bloft(
                new Bloft.Facet("Een derde van de plekken staat elke dag leeg.", List.of()),
                new Bloft.Facet("Grondslag: Awb titel 10.1.", List.of()),
                new Bloft.Facet("De gemeente beheert, de dienst gebruikt mee.", List.of()),
                new Bloft.Facet("Werken in groepen, stil werken, vergaderen.", List.of()),
                null),
            List.of(),
            "Voorbeeldtekst. Twee verdiepingen van het kantoor worden van alle organisaties samen:"
                + " wie er is, kiest een plek."));
    script.person(before(21), lead, new InvolvePerson(INITIATIVE, author, "opsteller"));
    script.person(before(14), author, new ChangeStage(INITIATIVE, "voorstel", null));
  }

  private void rule(PersonId lead) {
    script.person(
        before(10),
        lead,
        new DefineRule(CONSENT, LocalizedText.of("Instemming", "Consent"), GROUP, consent()));
  }

  private static AskedSpec consent() {
    return new AskedSpec(
        Rule.CONSENT,
        PERIOD,
        Fraction.HALF,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        2,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void open(PersonId lead) {
    script.person(
        before(7),
        lead,
        new OpenRound(
            ROUND,
            GROUP,
            INITIATIVE,
            null,
            null,
            null,
            null,
            new RuleRef(CONSENT, 1),
            null,
            null,
            lead,
            null,
            null,
            "besloten",
            null,
            null,
            null));
  }

  private static CastBallot ballot(Choice choice) {
    return new CastBallot(ROUND, choice, null, null, null);
  }
}
