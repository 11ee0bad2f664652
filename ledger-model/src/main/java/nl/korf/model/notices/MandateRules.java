package nl.korf.model.notices;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.notices.Reason.Kind;

/** Who is touched by what happens to powers and mandates. */
final class MandateRules {

  private MandateRules() {}

  static void affected(PowerEvent event, Circles circles) {
    switch (event) {
      case PowerRegistered fact -> {
        PowerId parent = fact.parent();
        if (parent != null) {
          circles.told().world().bodiesWith(parent).forEach(circles::body);
        }
      }
      case PowerAttributed fact -> circles.body(fact.body());
      case AttributionEnded fact -> {
        circles.body(fact.body());
        rootless(fact.power(), fact.body(), circles);
      }
    }
  }

  /** Mandates of a power their principal no longer has: they, and all below, no longer count. */
  private static void rootless(PowerId power, BodyId body, Circles circles) {
    Relations world = circles.told().world();
    world.inNameOf(body).stream()
        .filter(row -> Touched.powersUp(row.terms().power(), world).contains(power))
        .forEach(row ->
            circles.told().party(Kind.HOLDS, "mandate:" + row.mandate(), row.terms().holder()));
  }

  static void affected(MandateEvent event, Circles circles) {
    switch (event) {
      case MandateGranted fact -> granted(fact.mandate(), fact.consents(), circles);
      case SubMandateGranted fact -> granted(fact.mandate(), fact.consents(), circles);
      case MandateAccepted fact -> answered(fact.mandate(), circles);
      case MandateDeclined fact -> answered(fact.mandate(), circles);
      case MandatePublished fact -> circles.chain(fact.mandate());
      case MandateNarrowed fact -> whole(fact.mandate(), circles);
      case MandateSuspended fact -> whole(fact.mandate(), circles);
      case SuspensionLifted fact -> whole(fact.mandate(), circles);
      case MandateRevoked fact -> whole(fact.mandate(), circles);
    }
  }

  private static void granted(MandateId mandate, List<Party> consents, Circles circles) {
    asked(mandate, consents, circles);
    circles.chain(mandate);
  }

  /** Every party whose consent was asked, those who have answered included. */
  private static void answered(MandateId mandate, Circles circles) {
    circles
        .told()
        .world()
        .mandate(mandate)
        .ifPresent(row -> asked(mandate, row.consents(), circles));
    circles.chain(mandate);
  }

  private static void asked(MandateId mandate, List<Party> consents, Circles circles) {
    consents.forEach(
        party -> circles.told().party(Kind.CONSENT_ASKED, "mandate:" + mandate, party));
  }

  private static void whole(MandateId mandate, Circles circles) {
    circles.chain(mandate);
    circles.below(mandate);
  }
}
