package nl.korf.service.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Amount;
import nl.korf.model.money.VatBasis;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.AskedAct.AskedValue;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.example.Network.Initiative;
import nl.korf.service.initiatives.ChangeStage;
import nl.korf.service.mandates.LiftSuspension;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.mandates.SuspendMandate;
import org.jspecify.annotations.Nullable;

/** The decisions of the example, and the turns its story takes. */
final class Turns {

  /** When the secretary-general takes back the mandate of the director of projects. */
  static final Instant REVOKED = Instant.parse("2025-03-03T09:00:00Z");

  /** When a team manager's mandate is suspended, and for how long. */
  private static final Instant SUSPENDED = Instant.parse("2024-06-03T08:30:00Z");

  private static final Duration SUSPENSION = Duration.ofDays(21);

  /** When the new mandates stand. */
  static final Instant ANEW = Instant.parse("2025-03-17T10:00:00Z");

  private static final Instant UNTIL = Instant.parse("2026-09-25T12:00:00Z");

  private final Script script;
  private final Cast cast;

  Turns(Script script, Cast cast) {
    this.script = script;
    this.cast = cast;
  }

  /** A lease: what is due in a year fits a project officer, what is due in all does not. */
  void lease(Initiative initiative) {
    Instant at = initiative.proposed().plus(Duration.ofDays(100));
    Act act = new Act(Ladder.LEASES, "huur", 180_000, 10, VatBasis.EXCLUSIVE);
    script.refused(
        at,
        cast.person("huur-1"),
        decision(
            "d-huur-stationskwartier",
            initiative.id(),
            act,
            null,
            "Huurcontract voor tien jaar",
            "Lease for ten years",
            null),
        Refusal.OVER_LIMIT);
    script.person(
        at.plus(Duration.ofDays(3)),
        cast.person("transacties"),
        decision(
            "d-huur-stationskwartier",
            initiative.id(),
            act,
            Ladder.M_TRANSACTIONS,
            "Huurcontract voor tien jaar",
            "Lease for ten years",
            "besloten"));
  }

  /** Decisions in the ordinary course of things, by whoever is competent at the time. */
  void decisions(List<Initiative> initiatives) {
    for (int i = 1; i < initiatives.size(); i++) {
      Initiative initiative = initiatives.get(i);
      Instant at = initiative.proposed().plus(Duration.ofDays(150));
      boolean inDoubt =
          within(at, REVOKED, Duration.between(REVOKED, ANEW)) || within(at, SUSPENDED, SUSPENSION);
      if (i % 11 != 10 && i % 2 == 0 && at.isBefore(UNTIL) && !inDoubt) {
        ordinary(i, initiative, at);
      }
    }
  }

  private static boolean within(Instant at, Instant start, Duration span) {
    Duration margin = Duration.ofDays(2);
    return at.isAfter(start.minus(margin)) && at.isBefore(start.plus(span).plus(margin));
  }

  private void ordinary(int number, Initiative initiative, Instant at) {
    boolean before = at.isBefore(REVOKED);
    MandateId works = before ? Ladder.M_WORKS : Ladder.M_WORKS_NEW;
    String id = "d-" + initiative.id().value().substring(2);
    Act act;
    MandateId mandate;
    PersonId by;
    switch (number % 4) {
      case 0 -> {
        act =
            new Act(
                Ladder.WORKS, "werken", 120_000L + 10_000L * (number % 40), 1, VatBasis.EXCLUSIVE);
        mandate = works;
        by = cast.person(number % 8 == 0 ? "werken-1" : "werken-2");
      }
      case 2 -> {
        if (number % 3 == 0) {
          act = new Act(Ladder.LEASES, "huur", 24_000, 5 + number % 5, VatBasis.EXCLUSIVE);
          mandate = Ladder.M_LEASES;
          by = cast.person("huur-2");
        } else {
          act =
              new Act(
                  Ladder.OPERATIONS,
                  "verplichtingen",
                  4_000L + 500L * (number % 40),
                  1,
                  VatBasis.INCLUSIVE);
          mandate = Ladder.M_TEAM;
          by = cast.person("team");
        }
      }
      default -> {
        return;
      }
    }
    script.person(
        at,
        by,
        decision(
            id,
            initiative.id(),
            act,
            mandate,
            "Besluit over de uitvoering",
            "Decision to carry out",
            "in uitvoering"));
    finish(initiative, at.plus(Duration.ofDays(120)));
  }

  private void finish(Initiative initiative, Instant at) {
    if (at.isBefore(UNTIL)) {
      ChangeStage done = new ChangeStage(initiative.id(), "afgerond", null);
      script.person(at, initiative.lead(), done);
    }
  }

  /** A revocation upstream ends what was passed on; the work goes on under a new mandate. */
  void revocation(Initiative initiative) {
    script.person(
        REVOKED,
        cast.person("sg"),
        new RevokeMandate(
            Ladder.M_PROJECTS,
            "Voorbeeld: de directie wordt anders ingericht.",
            "Awb art. 10:8",
            Ladder.withdrawal(Ladder.M_PROJECTS),
            null));
    Act act = new Act(Ladder.WORKS, "werken", 240_000, 1, VatBasis.EXCLUSIVE);
    script.refused(
        REVOKED.plus(Duration.ofDays(2)),
        cast.person("werken-1"),
        decision(
            "d-herstel",
            initiative.id(),
            act,
            Ladder.M_WORKS,
            "Herstel van de gevel",
            "Repair of the front",
            null),
        Refusal.MANDATE_REVOKED);
    script.person(
        ANEW.plus(Duration.ofDays(1)),
        cast.person("werken-1"),
        decision(
            "d-herstel",
            initiative.id(),
            act,
            Ladder.M_WORKS_NEW,
            "Herstel van de gevel",
            "Repair of the front",
            null));
  }

  /** A suspension of three weeks. */
  void suspension() {
    script.person(
        SUSPENDED,
        cast.person("bedrijfsvoering"),
        new SuspendMandate(Ladder.M_TEAM, "Voorbeeld: onderzoek naar een inkoop.", null));
    script.person(
        SUSPENDED.plus(SUSPENSION),
        cast.person("bedrijfsvoering"),
        new LiftSuspension(Ladder.M_TEAM, "Voorbeeld: onderzoek afgerond.", null));
  }

  /**
   * What is decided about.
   *
   * @param euro due each time
   */
  record Act(PowerId power, String category, long euro, int times, VatBasis vat) {
    AskedAct asked() {
      return new AskedAct(
          power,
          MandateKind.PROXY,
          Cast.MINISTER,
          null,
          null,
          null,
          null,
          new AskedValue(category, Amount.euro(euro, vat), times),
          null);
    }
  }

  static TakeDecision decision(
      String id,
      InitiativeId initiative,
      Act act,
      @Nullable MandateId mandate,
      String nl,
      String en,
      @Nullable String stage) {
    return new TakeDecision(
        new DecisionId(id),
        initiative,
        LocalizedText.of(nl, en),
        act.asked(),
        null,
        mandate,
        stage,
        null,
        "Voorbeeld.",
        null);
  }
}
