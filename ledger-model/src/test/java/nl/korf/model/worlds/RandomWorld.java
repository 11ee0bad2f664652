package nl.korf.model.worlds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.invariants.Grant;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import org.jspecify.annotations.Nullable;

/**
 * A random ministry: a tree of powers, roles r0 … held by persons x0 …, and proposals for mandates
 * that often lie within their parent and often do not. Everything follows from the seed.
 */
public final class RandomWorld {

  public static final int ROLES = 6;
  private static final int POWERS = 9;
  private static final List<SubMandating> SAYINGS = List.of(SubMandating.values());
  private static final List<String> CATEGORIES = List.of("works", "services");

  private final SplittableRandom random;
  private final World world = new World();
  private final List<Grant> granted = new ArrayList<>();
  private int proposals;

  public RandomWorld(long seed) {
    random = new SplittableRandom(seed);
    world.body("minister").role("minister", "minister", null).person("mia");
    world.appoint("mia", "minister").power("p0", null);
    for (int i = 1; i < POWERS; i++) {
      world.power("p" + i, "p" + random.nextInt(i));
    }
    world.record(new PowerAttributed(new PowerId("p0"), new BodyId("minister"), null));
    for (int i = 0; i < ROLES; i++) {
      boolean special = i > 0 && random.nextInt(4) == 0;
      world.role("r" + i, null, special ? "r" + random.nextInt(i) : null);
      world.person("x" + i).appoint("x" + i, "r" + i);
    }
  }

  public World world() {
    return world;
  }

  public SplittableRandom random() {
    return random;
  }

  public List<Grant> granted() {
    return granted;
  }

  /** Takes the grant into the ledger, whoever thinks what of it. */
  public void take(Grant grant) {
    MandateId parent = grant.parent();
    if (parent == null) {
      world.grant(grant.mandate().value(), grant.terms());
    } else {
      world.pass(grant.mandate().value(), parent.value(), grant.terms());
    }
    granted.add(grant);
  }

  /** The person who acts for a grantor. */
  public static String actorFor(Grant grant) {
    String role = grant.terms().grantor().id();
    return role.equals("minister") ? "mia" : "x" + role.substring(1);
  }

  /** A proposal; where it has a parent, three times in four it keeps within it on each axis. */
  public Grant propose() {
    MandateId id = new MandateId("m" + proposals++);
    if (granted.isEmpty() || random.nextInt(6) == 0) {
      return inWriting(id, null, terms("role:minister", null));
    }
    Grant parent = granted.get(random.nextInt(granted.size()));
    return inWriting(
        id, parent.mandate(), terms(parent.terms().holder().toString(), parent.terms()));
  }

  private static Grant inWriting(MandateId id, @Nullable MandateId parent, MandateTerms terms) {
    return new Grant(id, parent, terms, Grant.Form.by(World.RECORD));
  }

  private MandateTerms terms(String grantor, @Nullable MandateTerms above) {
    Terms terms = Terms.of(grantor, "role:r" + random.nextInt(ROLES));
    terms.power(keep() && above != null ? above.power().value() : anyPower());
    terms.limits(limits(above));
    terms.scope(keep() ? Scope.INHERITED : new Scope(some("u"), List.of(), some("s"), List.of()));
    if (random.nextInt(4) == 0) {
      terms.excluding(exclusion());
    }
    terms.kind(
        MandateKind.MANDATE,
        random.nextBoolean() ? new MandateKind[] {MandateKind.PROXY} : new MandateKind[] {});
    SubMandating says =
        random.nextInt(6) == 0 ? SAYINGS.get(random.nextInt(SAYINGS.size())) : SubMandating.YES;
    terms.subMandating(says, random.nextInt(4));
    Instant end = above == null ? null : above.until();
    if (keep() && end != null) {
      terms.until(end);
    } else if (random.nextInt(3) == 0) {
      terms.until(World.START.plus(Duration.ofDays(1L + random.nextInt(20))));
    }
    return terms.build();
  }

  private boolean keep() {
    return random.nextInt(4) != 0;
  }

  public String anyPower() {
    return "p" + random.nextInt(POWERS);
  }

  private List<String> some(String prefix) {
    return IntStream.range(0, 3)
        .filter(_ -> random.nextInt(2) == 0)
        .mapToObj(i -> prefix + i)
        .toList();
  }

  private Exclusion exclusion() {
    return random.nextBoolean()
        ? new Exclusion(new PowerId(anyPower()), null, null, null, LocalizedText.en("not that"))
        : new Exclusion(
            null, "s" + random.nextInt(3), null, null, LocalizedText.en("not about that"));
  }

  private Limit[] limits(@Nullable MandateTerms above) {
    if (above != null && keep()) {
      return above.limits().stream().filter(_ -> keep()).map(this::tighter).toArray(Limit[]::new);
    }
    return CATEGORIES.stream()
        .filter(_ -> random.nextInt(3) != 0)
        .map(category -> random.nextInt(5) == 0 ? Limit.unlimited(category) : limit(category))
        .toArray(Limit[]::new);
  }

  private Limit tighter(Limit limit) {
    Amount amount = limit.amount();
    if (amount == null || random.nextBoolean()) {
      return limit;
    }
    Amount less = new Amount(random.nextLong(amount.minor() + 1), amount.currency(), amount.vat());
    return new Limit(limit.category(), less, false, limit.bound(), limit.span());
  }

  private Limit limit(String category) {
    Bound bound = random.nextBoolean() ? Bound.INCLUSIVE : Bound.EXCLUSIVE;
    return random.nextInt(4) == 0
        ? Limit.cumulative(category, amount(), bound)
        : Limit.perAct(category, amount(), bound);
  }

  private Amount amount() {
    VatBasis vat = random.nextInt(8) == 0 ? VatBasis.INCLUSIVE : VatBasis.EXCLUSIVE;
    return new Amount(random.nextLong(60), "EUR", vat);
  }

  /** An act with a value of at most a few times a limit. */
  public Act act() {
    String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    return act(new Obligation(category, amount(), 1 + random.nextInt(3)));
  }

  /** An act, one in five without money. */
  public Act anyAct() {
    return random.nextInt(5) == 0 ? act(null) : act();
  }

  private Act act(@Nullable Obligation value) {
    return new Act(
        new PowerId(anyPower()),
        random.nextInt(4) == 0 ? MandateKind.PROXY : MandateKind.MANDATE,
        null,
        random.nextInt(4) == 0 ? null : "u" + random.nextInt(3),
        null,
        random.nextInt(4) == 0 ? null : "s" + random.nextInt(3),
        null,
        value,
        List.of());
  }
}
