package nl.korf.model.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Consent and delegation once more, as plainly as possible and with nothing of the real rules: by
 * search through the facts. Knows only what {@link RandomNetwork} makes; whose consent is needed it
 * works out itself.
 */
public final class NaiveNetwork {

  /** A grant as a fact tells it. */
  public record Granted(MandateId id, @Nullable MandateId parent, MandateTerms terms) {}

  private final List<RecordedFact> known;

  public NaiveNetwork(List<RecordedFact> facts, long position, Instant on) {
    this.known =
        facts.stream()
            .filter(fact -> fact.position() <= position)
            .filter(fact -> !fact.envelope().effectiveAt().isAfter(on))
            .toList();
  }

  public boolean competent(String person, Act act) {
    List<String> held = new ArrayList<>();
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof RoleAssigned it && it.person().value().equals(person)) {
        held.add("role:" + it.role());
        if (it.role().value().startsWith("h")) {
          String body = "b" + it.role().value().substring(1);
          held.add("body:" + body);
          if (holds(body, act, null)) {
            return true;
          }
        }
      }
    }
    return grants().stream()
        .filter(grant -> grant.terms().kind() != MandateKind.DELEGATION)
        .filter(grant -> held.contains(grant.terms().holder().toString()))
        .anyMatch(grant -> reaches(grant, act));
  }

  private boolean reaches(Granted own, Act act) {
    List<Granted> chain = new ArrayList<>(List.of(own));
    while (chain.getLast().parent() != null) {
      MandateId next = chain.getLast().parent();
      chain.add(grants().stream().filter(one -> one.id().equals(next)).findFirst().orElseThrow());
    }
    for (Granted link : chain) {
      MandateTerms terms = link.terms();
      boolean kind = terms.kind() == act.kind() || terms.alsoKinds().contains(act.kind());
      List<String> units = terms.scope().units();
      boolean unit = units.isEmpty() || (act.unit() != null && units.contains(act.unit()));
      if (!standing(link) || !under(act, terms) || !kind || !unit) {
        return false;
      }
    }
    MandateTerms root = chain.getLast().terms();
    return holds(root.principal().value(), act, root.power().value());
  }

  /** Attributed and not given away, or given to it. */
  private boolean holds(String body, Act act, @Nullable String rootPower) {
    boolean attributed =
        known.stream()
            .anyMatch(fact ->
                fact.fact() instanceof PowerAttributed it
                    && it.body().value().equals(body)
                    && under(
                        rootPower == null ? act.power().value() : rootPower, it.power().value()));
    for (Granted grant : grants()) {
      MandateTerms terms = grant.terms();
      if (terms.kind() == MandateKind.DELEGATION && standing(grant) && under(act, terms)) {
        List<String> units = terms.scope().units();
        boolean silent = !units.isEmpty() && act.unit() == null;
        boolean inside = units.isEmpty() || units.contains(String.valueOf(act.unit()));
        boolean excluded = terms.exclusions().stream().anyMatch(one -> excludes(one, act, false));
        boolean maybe = terms.exclusions().stream().anyMatch(one -> excludes(one, act, true));
        if (attributed
            && terms.principal().value().equals(body)
            && (inside || silent)
            && !excluded) {
          return false;
        }
        if (!attributed
            && terms.holder().toString().equals("body:" + body)
            && inside
            && !maybe
            && terms.limits().isEmpty()) {
          return true;
        }
      }
    }
    return attributed;
  }

  /** Without a value on the act the answer is {@code unsaid}. */
  private boolean excludes(Exclusion exclusion, Act act, boolean unsaid) {
    if (!under(act.power().value(), String.valueOf(exclusion.power()))) {
      return false;
    }
    if (act.value() == null || exclusion.from() == null) {
      return unsaid;
    }
    long over = act.value().total().minor() - exclusion.from().minor();
    return exclusion.bound() == Bound.INCLUSIVE ? over >= 0 : over > 0;
  }

  public List<Granted> grants() {
    List<Granted> grants = new ArrayList<>();
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof MandateGranted it) {
        grants.add(new Granted(it.mandate(), null, it.terms()));
      } else if (fact.fact() instanceof SubMandateGranted it) {
        grants.add(new Granted(it.mandate(), it.parent(), it.terms()));
      }
    }
    return grants;
  }

  /** Not revoked, and agreed to by everybody whose consent it needs before anybody said no. */
  public boolean standing(Granted grant) {
    List<String> open = new ArrayList<>(consents(grant.terms()));
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof MandateRevoked it && it.mandate().equals(grant.id())) {
        return false;
      }
      if (fact.fact() instanceof MandateAccepted it && it.mandate().equals(grant.id())) {
        open.remove(it.party().toString());
      }
      if (fact.fact() instanceof MandateDeclined it
          && it.mandate().equals(grant.id())
          && open.contains(it.party().toString())) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** Who has to agree: b1 counts as b0, everybody else is on their own. */
  public List<String> consents(MandateTerms terms) {
    if (terms.kind() == MandateKind.DELEGATION) {
      return List.of();
    }
    String grantor = top(home(terms.grantor().toString()));
    String holder = home(terms.holder().toString());
    boolean same =
        grantor.equals(top(terms.principal().value()))
            ? top(holder).equals(grantor)
            : holder.equals(home(terms.grantor().toString()));
    if (same) {
      return List.of();
    }
    return terms.holder().toString().equals("body:" + holder)
        ? List.of("body:" + holder)
        : List.of(terms.holder().toString(), "body:" + holder);
  }

  private String top(String body) {
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof BodyRegistered it && it.body().value().equals(body)) {
        return it.parent() == null ? body : top(it.parent().value());
      }
    }
    return body;
  }

  private String home(String party) {
    String id = party.substring(party.indexOf(':') + 1);
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof RoleRegistered it && it.role().value().equals(id)) {
        return it.body().value();
      }
    }
    return id;
  }

  private boolean under(Act act, MandateTerms terms) {
    return under(act.power().value(), terms.power().value());
  }

  private boolean under(String power, String wider) {
    if (power.equals(wider)) {
      return true;
    }
    for (RecordedFact fact : known) {
      if (fact.fact() instanceof PowerRegistered it
          && it.power().value().equals(power)
          && it.parent() != null) {
        return under(it.parent().value(), wider);
      }
    }
    return false;
  }
}
