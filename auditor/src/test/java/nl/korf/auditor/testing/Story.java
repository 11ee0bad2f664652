package nl.korf.auditor.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.Imported;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Obligation;
import nl.korf.model.money.VatBasis;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/** A ledger told fact by fact, the way its commands would record them, a minute between two. */
public final class Story {

  private static final Instant START = Instant.parse("2026-01-05T09:00:00.123456Z");

  private final List<RecordedFact> facts = new ArrayList<>();
  private Instant now = START;

  /** A minister with a power, who mandated it to a director, who passed it to an officer. */
  public static Story ofTheMinister() {
    Story story = new Story();
    story.record(new LedgerFounded(Bundle.LEDGER, "Example", true));
    story.record(
        new BodyRegistered(
            new BodyId("minister"),
            LocalizedText.of("Minister", "Minister"),
            new RegisterNumber(Register.TOOI, "minister"),
            "body",
            null,
            null));
    for (String role : List.of("minister", "director", "officer")) {
      story.record(
          new RoleRegistered(
              new RoleId(role),
              LocalizedText.en(role),
              new BodyId("minister"),
              role.equals("minister") ? new BodyId("minister") : null,
              null,
              null,
              Cardinality.MANY,
              null));
    }
    story.record(
        new PowerRegistered(
            new PowerId("estate"), LocalizedText.en("estate"), null, "works", List.of(), null));
    story.record(new PowerAttributed(new PowerId("estate"), new BodyId("minister"), null));
    for (String person : List.of("mia", "dirk", "olga", "carl")) {
      story.record(new PersonRegistered(new PersonId(person), false));
    }
    story.appoint("mia", "minister");
    story.appoint("dirk", "director");
    story.appoint("olga", "officer");
    story.record(
        new MandateGranted(
            new MandateId("m-1"), story.terms("body:minister", "role:director", 1_000_000)));
    story.record(
        new SubMandateGranted(
            new MandateId("m-2"),
            new MandateId("m-1"),
            story.terms("role:director", "role:officer", 50_000)));
    return story;
  }

  public List<RecordedFact> facts() {
    return List.copyOf(facts);
  }

  public Instant now() {
    return now;
  }

  public Story later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public long record(Fact fact) {
    return record(fact, now, null);
  }

  public long record(Fact fact, Instant effectiveAt, @Nullable Imported imported) {
    long position = facts.size() + 1L;
    facts.add(
        new RecordedFact(
            new Envelope(position, now, effectiveAt, "person:mia", null, null, null, imported),
            fact));
    now = now.plus(Duration.ofMinutes(1));
    return position;
  }

  public void appoint(String person, String role) {
    record(new RoleAssigned(new PersonId(person), new RoleId(role), null, null));
  }

  public void group(String group) {
    record(
        new GroupFormed(
            new GroupId(group), LocalizedText.en(group), "team", null, null, List.of(), null));
  }

  /** Terms of the power, up to an amount for each act, and a cap ten times that. */
  public MandateTerms terms(String grantor, String holder, long euro) {
    Amount each = Amount.euro(euro, VatBasis.INCLUSIVE);
    return new MandateTerms(
        MandateKind.MANDATE,
        List.of(MandateKind.SIGNATURE),
        Nature.GRANTED,
        new BodyId("minister"),
        Party.parse(grantor),
        Party.parse(holder),
        new PowerId("estate"),
        Scope.INHERITED,
        List.of(
            Limit.perAct("works", each, Bound.INCLUSIVE),
            Limit.cumulative("works", Amount.euro(euro * 10, VatBasis.INCLUSIVE), Bound.INCLUSIVE)),
        true,
        List.of(),
        List.of(),
        null,
        null,
        SubMandating.YES,
        3,
        null,
        null,
        null,
        null);
  }

  public static Act act(long euro) {
    return new Act(
        new PowerId("estate"),
        MandateKind.MANDATE,
        new BodyId("minister"),
        null,
        null,
        null,
        null,
        new Obligation("works", Amount.euro(euro, VatBasis.INCLUSIVE), 1),
        List.of());
  }

  public InMemoryKnowledge knowledge() {
    return InMemoryKnowledge.of(facts, facts.size(), now);
  }

  /** A decision with the verdict the rules give now. */
  public DecisionTaken decision(String decision, String person, long euro) {
    Act act = act(euro);
    return decision(
        decision, person, act, AuthorityCheck.check(new PersonId(person), act, knowledge()));
  }

  public DecisionTaken decision(
      String decision, String person, @Nullable Act act, CompetenceProof proof) {
    return new DecisionTaken(
        new DecisionId(decision),
        null,
        LocalizedText.of("Besluit “" + decision + "”", "Decision"),
        Rule.MANDATED,
        new PersonId(person),
        null,
        new BodyId("minister"),
        act,
        proof,
        proof.path().stream().map(CompetenceProof.Step::mandate).toList(),
        List.of(),
        null,
        null,
        FreeText.of("omdat het dak lekt, é\u0001 and\n\"so on\""));
  }

  /** Takes a decision. */
  public Story decide(String decision, String person, long euro) {
    record(decision(decision, person, euro));
    return this;
  }

  /** Where a fact came from. */
  public static Imported imported() {
    return new Imported("set", "set.csv:1", List.of(), Map.of());
  }
}
