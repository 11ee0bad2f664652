package nl.korf.model.worlds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
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
 * A random network of organisations: b0 holds all power, b1 works under it, b2 and b3 are
 * elsewhere. Each has a head, y0 … y3, and roles r0 … r7 held by x0 … x7. They grant, consent,
 * decline, delegate and revoke; everything follows from the seed.
 */
public final class RandomNetwork {

  public static final int BODIES = 4;
  public static final int ROLES = 8;
  private static final int POWERS = 6;
  private static final List<MandateKind> KINDS =
      List.of(MandateKind.MANDATE, MandateKind.PROXY, MandateKind.SIGNATURE);

  private final SplittableRandom random;
  private final World world = new World();
  private final List<Grant> granted = new ArrayList<>();
  private final List<List<Party>> consents = new ArrayList<>();

  public RandomNetwork(long seed) {
    random = new SplittableRandom(seed);
    world.body("b0").body("b1", "b0").body("b2").body("b3");
    world.power("p0", null);
    for (int i = 1; i < POWERS; i++) {
      world.power("p" + i, "p" + random.nextInt(i));
    }
    world.record(new PowerAttributed(new PowerId("p0"), new BodyId("b0"), null));
    for (int i = 0; i < BODIES; i++) {
      world.roleIn("b" + i, "h" + i, "b" + i, null);
      world.person("y" + i).appoint("y" + i, "h" + i);
    }
    for (int i = 0; i < ROLES; i++) {
      world.roleIn("b" + random.nextInt(BODIES), "r" + i, null, null);
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

  /** Whose consent each grant was recorded to wait for. */
  public List<List<Party>> consents() {
    return consents;
  }

  /** Something happens, or is refused. */
  public void step() {
    world.later(Duration.ofMinutes(random.nextInt(90)));
    int roll = random.nextInt(12);
    if (roll < 6 || granted.isEmpty()) {
      tryGranting(granted.isEmpty() || random.nextInt(3) == 0 ? root() : below());
    } else if (roll < 10) {
      answer(random.nextInt(granted.size()), roll == 9 && random.nextInt(3) == 0);
    } else if (roll == 10) {
      world.revoke(anyGranted().mandate().value());
    } else {
      world.later(Duration.ofHours(1));
    }
  }

  private Grant anyGranted() {
    return granted.get(random.nextInt(granted.size()));
  }

  /** The party answers, whoever that is; a second answer says nothing. */
  private void answer(int index, boolean no) {
    List<Party> asked = consents.get(index);
    if (asked.isEmpty()) {
      return;
    }
    Party party = asked.get(random.nextInt(asked.size()));
    MandateId mandate = granted.get(index).mandate();
    PersonId by = new PersonId("y0");
    world.record(
        no
            ? new MandateDeclined(mandate, party, by, null)
            : new MandateAccepted(mandate, party, by, null));
  }

  private void tryGranting(Grant grant) {
    PersonId actor = new PersonId(actorFor(grant.terms().grantor()));
    if (Invariants.ofGrant(grant, actor, world.knowledge(), world.now()).isEmpty()) {
      add(grant.terms().delegate() == null ? grant : inMoney(grant));
    }
  }

  /** As history has it: a delegation with what the law does not provide for (Awb 10:16). */
  private Grant inMoney(Grant delegation) {
    List<Exclusion> exclusions = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      exclusions.add(
          new Exclusion(
              new PowerId("p" + random.nextInt(POWERS)),
              null,
              euro(100),
              random.nextBoolean() ? Bound.INCLUSIVE : Bound.EXCLUSIVE,
              LocalizedText.en("above a hundred")));
    }
    List<Limit> limits = random.nextInt(6) == 0 ? List.of(Limit.unlimited("works")) : List.of();
    return new Grant(
        delegation.mandate(),
        null,
        delegation.terms().narrowed(null, limits, exclusions, null, false),
        delegation.form());
  }

  private static Amount euro(long whole) {
    return Amount.euro(whole, VatBasis.EXCLUSIVE);
  }

  private void add(Grant grant) {
    List<Party> asked = Awb.RULES.consents(grant, world.knowledge());
    MandateId parent = grant.parent();
    world.record(
        parent == null
            ? new MandateGranted(grant.mandate(), grant.terms(), asked, World.RECORD, null)
            : new SubMandateGranted(
                grant.mandate(), parent, grant.terms(), asked, World.RECORD, null, null));
    granted.add(grant);
    consents.add(asked);
  }

  private static String actorFor(Party grantor) {
    char kind = grantor.id().charAt(0);
    return (kind == 'r' ? "x" : "y") + grantor.id().substring(1);
  }

  private Grant root() {
    boolean delegation = random.nextInt(3) == 0;
    int principal = delegation || random.nextInt(3) > 0 ? 0 : 2 + random.nextInt(2);
    Terms terms =
        Terms.of(
            "role:h" + principal, delegation ? "body:b" + random.nextInt(BODIES) : anyHolder());
    terms.principal("b" + principal);
    if (delegation) {
      terms.kind(MandateKind.DELEGATION).on("Act 1");
    } else {
      kinds(terms);
    }
    return grant(null, terms);
  }

  private Grant below() {
    Grant above = anyGranted();
    MandateTerms parent = above.terms();
    Terms terms = Terms.of(parent.holder().toString(), anyHolder());
    terms.principal(parent.principal().value());
    kinds(terms);
    return grant(above.mandate(), terms);
  }

  private void kinds(Terms terms) {
    terms.limits(Limit.unlimited("works"));
    MandateKind kind = KINDS.get(random.nextInt(KINDS.size()));
    MandateKind more = KINDS.get(random.nextInt(KINDS.size()));
    terms.kind(kind, random.nextBoolean() && more != kind ? new MandateKind[] {more} : NONE);
  }

  private static final MandateKind[] NONE = {};

  private String anyHolder() {
    return random.nextInt(6) == 0
        ? "body:b" + random.nextInt(BODIES)
        : "role:r" + random.nextInt(ROLES);
  }

  private Grant grant(@Nullable MandateId parent, Terms terms) {
    terms.power("p" + random.nextInt(POWERS));
    terms.scope(
        random.nextInt(3) == 0
            ? new Scope(List.of("u" + random.nextInt(2)), List.of(), List.of(), List.of())
            : Scope.INHERITED);
    terms.subMandating(random.nextInt(5) == 0 ? SubMandating.NO : SubMandating.YES, 3);
    return new Grant(
        new MandateId("m" + world.position()), parent, terms.build(), Grant.Form.by(World.RECORD));
  }

  /** Who may ask: a head or the holder of a role. */
  public String anybody() {
    int one = random.nextInt(BODIES + ROLES);
    return one < BODIES ? "y" + one : "x" + (one - BODIES);
  }

  public Act act() {
    return new Act(
        new PowerId("p" + random.nextInt(POWERS)),
        KINDS.get(random.nextInt(KINDS.size())),
        null,
        random.nextInt(4) == 0 ? null : "u" + random.nextInt(2),
        null,
        null,
        null,
        random.nextInt(3) == 0 ? null : Obligation.once("works", euro(99 + random.nextInt(3))),
        List.of());
  }
}
