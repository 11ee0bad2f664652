package nl.korf.model.worlds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.Imported;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.competence.Uses;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.rules.Rule;
import org.jspecify.annotations.Nullable;

/** A ledger in memory with a clock that tests set: each fact a minute after the one before. */
public final class World {

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** The document every grant of these worlds is given by, where a test says no other. */
  public static final WrittenRecord RECORD = new WrittenRecord("0".repeat(64), null);

  private final List<RecordedFact> facts = new ArrayList<>();
  private Instant now = START;

  /** The minister, a secretary-general, a director and an officer, and what the minister may do. */
  public static World ofTheMinister() {
    World world = new World();
    world.body("minister");
    world.role("minister", "minister", null);
    for (String role : List.of("sg", "director", "officer", "clerk")) {
      world.role(role, null, null);
    }
    for (String power : List.of("estate", "works:estate", "leases:estate", "roofs:works")) {
      String[] names = (power + ":").split(":", 3);
      world.power(names[0], names[1].isEmpty() ? null : names[1]);
    }
    world.record(new PowerAttributed(new PowerId("estate"), new BodyId("minister"), null));
    for (String person : List.of("mia", "sam", "dirk", "olga", "carl")) {
      world.person(person);
    }
    world.appoint("mia", "minister");
    world.appoint("sam", "sg");
    world.appoint("dirk", "director");
    world.appoint("olga", "officer");
    return world;
  }

  public Instant now() {
    return now;
  }

  public World at(Instant instant) {
    now = instant;
    return this;
  }

  public World later(Duration duration) {
    return at(now.plus(duration));
  }

  public long position() {
    return facts.size();
  }

  public List<RecordedFact> facts() {
    return List.copyOf(facts);
  }

  public long record(Fact fact) {
    return record(fact, now, null);
  }

  /** Recorded now, in force from another time. */
  public long record(Fact fact, Instant effectiveAt) {
    return record(fact, effectiveAt, null);
  }

  /** History from a source. */
  public long importing(Fact fact, Instant effectiveAt) {
    return record(fact, effectiveAt, new Imported("test", "test.csv:1", List.of()));
  }

  private long record(Fact fact, Instant effectiveAt, @Nullable Imported imported) {
    long position = facts.size() + 1L;
    facts.add(
        new RecordedFact(
            new Envelope(position, now, effectiveAt, "test", null, null, null, imported), fact));
    now = now.plus(Duration.ofMinutes(1));
    return position;
  }

  public World person(String person) {
    record(new PersonRegistered(new PersonId(person), false));
    return this;
  }

  public World body(String body) {
    return body(body, null);
  }

  public World body(String body, @Nullable String parent) {
    record(
        new BodyRegistered(
            new BodyId(body),
            LocalizedText.en(body),
            new RegisterNumber(Register.TOOI, body),
            "body",
            parent == null ? null : new BodyId(parent),
            null));
    return this;
  }

  public World group(String group) {
    return group(group, null);
  }

  public World group(String group, @Nullable String organisation) {
    record(
        new GroupFormed(
            new GroupId(group),
            LocalizedText.en(group),
            "team",
            null,
            organisation == null ? null : new BodyId(organisation),
            List.of(),
            null));
    return this;
  }

  public World role(String role, @Nullable String embodies, @Nullable String specialises) {
    return roleIn("minister", role, embodies, specialises);
  }

  public World roleIn(
      String body, String role, @Nullable String embodies, @Nullable String specialises) {
    record(
        new RoleRegistered(
            new RoleId(role),
            LocalizedText.en(role),
            new BodyId(body),
            embodies == null ? null : new BodyId(embodies),
            null,
            specialises == null ? null : new RoleId(specialises),
            Cardinality.MANY,
            null));
    return this;
  }

  public World appoint(String person, String role) {
    record(new RoleAssigned(new PersonId(person), new RoleId(role), null, null));
    return this;
  }

  public World power(String power, @Nullable String parent, PowerFlag... flags) {
    return power(power, parent, null, flags);
  }

  public World power(
      String power, @Nullable String parent, @Nullable String category, PowerFlag... flags) {
    List<Flagged> flagged = new ArrayList<>();
    for (PowerFlag flag : flags) {
      flagged.add(new Flagged(flag, LegalReference.cited("Awb 10:3")));
    }
    record(
        new PowerRegistered(
            new PowerId(power),
            LocalizedText.en(power),
            parent == null ? null : new PowerId(parent),
            category,
            flagged,
            null));
    return this;
  }

  public World grant(String mandate, MandateTerms terms) {
    record(new MandateGranted(new MandateId(mandate), terms));
    return this;
  }

  public World pass(String mandate, String parent, MandateTerms terms) {
    record(new SubMandateGranted(new MandateId(mandate), new MandateId(parent), terms));
    return this;
  }

  /** A grant that waits for these to consent, as written. */
  public World offer(String mandate, MandateTerms terms, String... consents) {
    record(
        new MandateGranted(
            new MandateId(mandate),
            terms,
            Stream.of(consents).map(Party::parse).toList(),
            RECORD,
            null));
    return this;
  }

  public World accept(String mandate, String party, String by) {
    record(new MandateAccepted(new MandateId(mandate), Party.parse(party), new PersonId(by), null));
    return this;
  }

  public World decline(String mandate, String party, String by) {
    record(new MandateDeclined(new MandateId(mandate), Party.parse(party), new PersonId(by), null));
    return this;
  }

  /** A power passes from the terms' principal to the body that holds them. */
  public World delegate(String mandate, MandateTerms terms) {
    return offer(mandate, terms);
  }

  public World revoke(String mandate) {
    record(new MandateRevoked(new MandateId(mandate), null, null));
    return this;
  }

  public World suspend(String mandate) {
    record(new MandateSuspended(new MandateId(mandate), null));
    return this;
  }

  /** Decides if the check says so; the decision with its proof, as the ledger would record it. */
  public CompetenceProof decide(String decision, String person, Act act) {
    InMemoryKnowledge knowledge = knowledge();
    CompetenceProof proof = AuthorityCheck.check(new PersonId(person), act, knowledge);
    Uses uses = Uses.of(proof, act, knowledge);
    record(
        new DecisionTaken(
            new DecisionId(decision),
            null,
            LocalizedText.en(decision),
            Rule.MANDATED,
            new PersonId(person),
            null,
            act.principal(),
            act,
            proof,
            uses.mandates(),
            uses.caps(),
            null,
            null,
            null));
    return proof;
  }

  /** All that is known, about now. */
  public InMemoryKnowledge knowledge() {
    return knowledge(position(), now);
  }

  public InMemoryKnowledge knowledge(long position, Instant on) {
    return InMemoryKnowledge.of(facts, position, on);
  }

  /** The check with all that is known, about now. */
  public CompetenceProof check(String person, Act act) {
    return AuthorityCheck.check(new PersonId(person), act, knowledge());
  }
}
