package nl.korf.model.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Limit.Span;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, as plainly as possible and with nothing of the real ones: straight from the
 * facts, by search. Knows only what {@link RandomWorld} makes. "Yes" means beyond doubt.
 */
public final class Naive {

  /** A mandate as the facts leave it; null parent is a root. */
  public record Mandate(
      MandateId id, @Nullable MandateId parent, MandateTerms terms, boolean standing) {}

  private final List<RecordedFact> known;
  private final Instant on;
  private final Map<String, String> powerParents = new HashMap<>();

  public Naive(List<RecordedFact> facts, long position, Instant on) {
    this.known =
        facts.stream()
            .filter(fact -> fact.position() <= position)
            .sorted(
                Comparator.comparing((RecordedFact fact) -> fact.envelope().effectiveAt())
                    .thenComparingLong(RecordedFact::position))
            .toList();
    this.on = on;
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof PowerRegistered power && power.parent() != null) {
        powerParents.put(power.power().value(), power.parent().value());
      }
    }
  }

  /** Whether some mandate lets the person do it. */
  public boolean competent(String person, Act act) {
    List<String> roles = roles(person);
    for (RecordedFact fact : known) {
      Mandate mandate = granted(fact.fact());
      if (mandate != null && roles.contains(mandate.terms().holder().id())) {
        List<Mandate> chain = chain(mandate.id());
        if (rightlyHung(chain) && chain.stream().allMatch(link -> grants(link, act))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<String> roles(String person) {
    List<String> roles = new ArrayList<>();
    for (RecordedFact fact : happened()) {
      if (fact.fact() instanceof RoleAssigned it && it.person().value().equals(person)) {
        roles.add(it.role().value());
      } else if (fact.fact() instanceof RoleEnded it && it.person().value().equals(person)) {
        roles.remove(it.role().value());
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      String wider = wider(roles.get(i));
      if (wider != null) {
        roles.add(wider);
      }
    }
    return roles;
  }

  private @Nullable String wider(String role) {
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof RoleRegistered it && it.role().value().equals(role)) {
        return it.specialises() == null ? null : it.specialises().value();
      }
    }
    return null;
  }

  private List<RecordedFact> happened() {
    return known.stream().filter(fact -> !fact.envelope().effectiveAt().isAfter(on)).toList();
  }

  private static @Nullable Mandate granted(Fact fact) {
    if (fact instanceof MandateGranted it) {
      return new Mandate(it.mandate(), null, it.terms(), true);
    }
    if (fact instanceof SubMandateGranted it) {
      return new Mandate(it.mandate(), it.parent(), it.terms(), true);
    }
    return null;
  }

  /** From the mandate up; the last is the root. */
  public List<Mandate> chain(MandateId id) {
    List<Mandate> chain = new ArrayList<>();
    MandateId next = id;
    while (next != null) {
      Mandate mandate = mandate(next);
      chain.add(mandate);
      next = mandate.parent();
    }
    return chain;
  }

  private Mandate mandate(MandateId id) {
    Mandate found = null;
    boolean revoked = false;
    boolean suspended = false;
    for (RecordedFact fact : happened()) {
      Mandate granted = granted(fact.fact());
      if (granted != null && granted.id().equals(id)) {
        found = granted;
      } else if (found != null && fact.fact() instanceof MandateNarrowed it && is(it, id)) {
        found = new Mandate(id, found.parent(), narrowed(found.terms(), it), true);
      }
      revoked |= fact.fact() instanceof MandateRevoked it && it.mandate().equals(id);
      if (fact.fact() instanceof MandateSuspended it && it.mandate().equals(id)) {
        suspended = true;
      } else if (fact.fact() instanceof SuspensionLifted it && it.mandate().equals(id)) {
        suspended = false;
      }
    }
    if (found == null) {
      return yetToCome(id);
    }
    Instant until = found.terms().until();
    boolean over = until != null && !on.isBefore(until);
    return new Mandate(id, found.parent(), found.terms(), !revoked && !suspended && !over);
  }

  private Mandate yetToCome(MandateId id) {
    for (RecordedFact fact : known) {
      Mandate granted = granted(fact.fact());
      if (granted != null && granted.id().equals(id)) {
        return new Mandate(id, granted.parent(), granted.terms(), false);
      }
    }
    throw new IllegalStateException("nothing is known of " + id);
  }

  private static boolean is(MandateNarrowed narrowing, MandateId id) {
    return narrowing.mandate().equals(id);
  }

  private static MandateTerms narrowed(MandateTerms terms, MandateNarrowed it) {
    return terms.narrowed(
        it.scope(), it.limits(), it.addedExclusions(), it.until(), it.noFurtherSubMandates());
  }

  /** Each link may hang from the one above it, and every one of them stands. */
  public boolean rightlyHung(List<Mandate> chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (!chain.get(i).standing()) {
        return false;
      }
      for (int above = i + 1; above < chain.size(); above++) {
        if (above - i > chain.get(above).terms().maxDepth()) {
          return false;
        }
      }
      boolean child = i + 1 < chain.size();
      if (child && chain.get(i + 1).terms().subMandating() != SubMandating.YES) {
        return false;
      }
    }
    return true;
  }

  /** What one mandate's own words let be done. */
  public boolean grants(Mandate mandate, Act act) {
    MandateTerms terms = mandate.terms();
    return under(act.power().value(), terms.power().value())
        && (terms.kind() == act.kind() || terms.alsoKinds().contains(act.kind()))
        && listed(terms.scope().units(), act.unit())
        && listed(terms.scope().subjects(), act.subject())
        && terms.exclusions().stream().noneMatch(exclusion -> mayApply(exclusion, act))
        && affords(mandate, act);
  }

  public boolean under(String power, String wider) {
    for (String at = power; at != null; at = powerParents.get(at)) {
      if (at.equals(wider)) {
        return true;
      }
    }
    return false;
  }

  private static boolean listed(List<String> list, @Nullable String value) {
    return list.isEmpty() || (value != null && list.contains(value));
  }

  private boolean mayApply(Exclusion exclusion, Act act) {
    if (exclusion.power() != null) {
      return under(act.power().value(), exclusion.power().value());
    }
    return act.subject() == null || act.subject().equals(exclusion.subject());
  }

  private boolean affords(Mandate mandate, Act act) {
    if (act.value() == null) {
      return mandate.terms().limits().stream().allMatch(Limit::unlimited);
    }
    boolean any = false;
    for (Limit limit : mandate.terms().limits()) {
      if (limit.category().equals(act.value().category())) {
        any = true;
        long used = limit.span() == Span.CUMULATIVE ? used(mandate.id(), limit) : 0;
        if (used < 0 || !fits(limit, act.value().total(), used)) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean fits(Limit limit, Amount value, long used) {
    Amount most = limit.amount();
    if (most == null) {
      return true;
    }
    long total = used + value.minor();
    boolean inside =
        limit.bound() == Bound.INCLUSIVE ? total <= most.minor() : total < most.minor();
    return inside && most.vat() == value.vat() && most.currency().equals(value.currency());
  }

  /** Minor units used under the mandate, or -1 where they cannot be added up with the limit. */
  private long used(MandateId id, Limit limit) {
    long sum = 0;
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof DecisionTaken it
          && it.mandatesUsed().contains(id)
          && !fact.envelope().recordedAt().isAfter(on)
          && it.act() != null
          && it.act().value() != null
          && it.act().value().category().equals(limit.category())) {
        Amount value = it.act().value().total();
        if (limit.amount() == null || limit.amount().vat() != value.vat()) {
          return -1;
        }
        sum += value.minor();
      }
    }
    return sum;
  }
}
