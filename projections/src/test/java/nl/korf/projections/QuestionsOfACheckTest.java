package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.knowledge.InMemoryKnowledge;
import nl.korf.model.knowledge.Knowledge;
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
import nl.korf.projections.knowledge.ReadModelKnowledge;
import nl.korf.projections.testing.CountedQuestions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one authority check asks of the database, however much somebody holds. */
class QuestionsOfACheckTest {

  /** Who it is and acts as; the power; what they hold and in whose name; powers at the roots. */
  private static final int QUESTIONS_MAX = 4;

  /** Where a mandate states no amounts, who holds it may hold others that do. */
  private static final int QUESTIONS_MAX_GENERAL = 5;

  private static final BodyId MINISTER = new BodyId("minister");
  private static final PowerId WORKS = new PowerId("works");
  private static final int DEPTH = 4;
  private static final int FEW = 2;
  private static final int MANY = 60;
  private static final Instant ON = Instant.parse("2026-01-01T00:00:00Z");

  private static ProjectedLedger ledger;
  private static CountedQuestions counted;
  private static Reads reads;

  @BeforeAll
  static void founded() throws InterruptedException {
    ledger = new ProjectedLedger();
    counted = new CountedQuestions(ledger.ledger().pool());
    reads = new Reads(counted.dataSource(), ledger.projections()::schema);
    List<Fact> facts = new ArrayList<>();
    facts.add(body(MINISTER));
    facts.add(power(new PowerId("all"), null));
    facts.add(power(WORKS, new PowerId("all")));
    facts.add(new PowerAttributed(new PowerId("all"), MINISTER, null));
    for (int level = 0; level < DEPTH; level++) {
      facts.add(role("level-" + level));
    }
    holder("few", FEW, true, facts);
    holder("many", MANY, true, facts);
    holder("general-few", FEW, false, facts);
    holder("general-many", MANY, false, facts);
    delegations(facts);
    ledger.with(Instant.parse("2025-01-01T00:00:00Z"), facts.toArray(Fact[]::new));
  }

  @AfterAll
  static void closed() {
    ledger.close();
  }

  @Test
  void aCheckAsksAsMuchOfWhoHoldsManyMandatesAsOfWhoHoldsFew() {
    assertThat(questions("many")).isEqualTo(questions("few")).isLessThanOrEqualTo(QUESTIONS_MAX);
  }

  @Test
  void whereAmountsStandInOtherMandatesItIsOneQuestionMore() {
    assertThat(questions("general-many"))
        .isEqualTo(questions("general-few"))
        .isLessThanOrEqualTo(QUESTIONS_MAX_GENERAL);
  }

  @Test
  void askedOneByOneTheSameMandatesTakeAQuestionEach() {
    List<MandateId> held = known().mandatesHeldBy(Set.of(party("many")));
    counted.more();

    assertThat(held).hasSize(MANY).allMatch(mandate -> known().mandate(mandate).isPresent());

    assertThat(counted.more()).isEqualTo(MANY);
  }

  /** How many questions the check of somebody takes, whose answer is that of the facts. */
  private static int questions(String who) {
    Act act =
        new Act(
            WORKS,
            MandateKind.MANDATE,
            null,
            null,
            null,
            null,
            null,
            Obligation.once("works", Amount.euro(100, VatBasis.EXCLUSIVE)),
            List.of());
    counted.more();
    CompetenceProof read = AuthorityCheck.check(new PersonId(who), act, known());
    int asked = counted.more();
    long head = ledger.head();
    CompetenceProof folded =
        AuthorityCheck.check(
            new PersonId(who), act, InMemoryKnowledge.of(ledger.facts(head), head, ON));
    assertThat(read).isEqualTo(folded);
    assertThat(read.verdict()).as("%s", read).isEqualTo(Verdict.COMPETENT);
    return asked;
  }

  /** The read models, nothing looked up yet. */
  private static Knowledge known() {
    return new ReadModelKnowledge(reads, new AsOf(ledger.head(), ON));
  }

  private static Party party(String who) {
    return Party.of(new RoleId("role-" + who));
  }

  /** A person in a role that holds so many mandates, each at the end of a chain. */
  private static void holder(String who, int mandates, boolean amounts, List<Fact> facts) {
    facts.add(new PersonRegistered(new PersonId(who), false));
    facts.add(role("role-" + who));
    facts.add(new RoleAssigned(new PersonId(who), new RoleId("role-" + who), null, null));
    for (int number = 0; number < mandates; number++) {
      Party holder = Party.of(MINISTER);
      for (int level = 0; level < DEPTH; level++) {
        Party grantor = holder;
        boolean last = level == DEPTH - 1;
        holder = last ? party(who) : Party.of(new RoleId("level-" + level));
        MandateTerms terms = terms(grantor, holder, amounts || !last, null);
        facts.add(
            level == 0
                ? new MandateGranted(id(who, number, 0), terms)
                : new SubMandateGranted(id(who, number, level), id(who, number, level - 1), terms));
      }
      if (!amounts) {
        facts.add(facet(who, number));
      }
    }
  }

  /** Fixes the amounts of a general mandate, beside it under the same one. */
  private static Fact facet(String who, int number) {
    return new SubMandateGranted(
        new MandateId("facet-%s-%d".formatted(who, number)),
        id(who, number, DEPTH - 2),
        terms(
            Party.of(new RoleId("level-" + (DEPTH - 2))),
            party(who),
            true,
            id(who, number, DEPTH - 1)));
  }

  /** Powers the minister passed to others: none of them stands in the way. */
  private static void delegations(List<Fact> facts) {
    for (int number = 0; number < MANY; number++) {
      BodyId delegate = new BodyId("delegate-" + number);
      PowerId other = new PowerId("other-" + number);
      facts.add(body(delegate));
      facts.add(power(other, null));
      facts.add(new PowerAttributed(other, MINISTER, null));
      facts.add(
          new MandateGranted(
              new MandateId("delegation-" + number),
              terms(
                  MandateKind.DELEGATION,
                  Party.of(MINISTER),
                  Party.of(delegate),
                  other,
                  true,
                  null)));
    }
  }

  private static MandateId id(String who, int number, int level) {
    return new MandateId("m-%s-%d-%d".formatted(who, number, level));
  }

  private static Fact body(BodyId id) {
    return new BodyRegistered(
        id,
        LocalizedText.en(id.value()),
        new RegisterNumber(Register.LOCAL, id.value()),
        "body",
        null,
        null);
  }

  private static Fact power(PowerId id, @Nullable PowerId parent) {
    return new PowerRegistered(id, LocalizedText.en(id.value()), parent, null, List.of(), null);
  }

  private static Fact role(String id) {
    return new RoleRegistered(
        new RoleId(id), LocalizedText.en(id), MINISTER, null, null, null, Cardinality.MANY, null);
  }

  private static MandateTerms terms(
      Party grantor, Party holder, boolean amounts, @Nullable MandateId facetOf) {
    return terms(MandateKind.MANDATE, grantor, holder, WORKS, amounts, facetOf);
  }

  private static MandateTerms terms(
      MandateKind kind,
      Party grantor,
      Party holder,
      PowerId power,
      boolean amounts,
      @Nullable MandateId facetOf) {
    return new MandateTerms(
        kind,
        List.of(),
        Nature.GRANTED,
        MINISTER,
        grantor,
        holder,
        power,
        Scope.INHERITED,
        amounts
            ? List.of(Limit.perAct("works", Amount.euro(250, VatBasis.EXCLUSIVE), Bound.INCLUSIVE))
            : List.of(),
        amounts,
        List.of(),
        List.of(),
        null,
        null,
        SubMandating.YES,
        DEPTH,
        facetOf,
        null,
        null,
        LocalizedText.en("Works"));
  }
}
