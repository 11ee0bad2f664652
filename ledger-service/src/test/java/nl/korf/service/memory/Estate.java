package nl.korf.service.memory;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.invariants.Awb;
import nl.korf.model.invariants.RuleSet;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.AskedAct.AskedValue;
import nl.korf.service.authority.Competence;
import nl.korf.service.bodies.BodiesFeature;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.decisions.DecisionsFeature;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.directives.DirectiveSettings;
import nl.korf.service.directives.DirectivesFeature;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.groups.GroupsFeature;
import nl.korf.service.initiatives.InitiativesFeature;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.kernel.Command;
import nl.korf.service.mandates.AskedTerms;
import nl.korf.service.mandates.GrantMandate;
import nl.korf.service.mandates.MandatesFeature;
import nl.korf.service.mandates.SubMandate;
import nl.korf.service.people.PeopleFeature;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.powers.AttributePower;
import nl.korf.service.powers.PowersFeature;
import nl.korf.service.powers.RegisterPower;
import nl.korf.service.programmes.ProgrammesFeature;
import nl.korf.service.roles.AppointToRole;
import nl.korf.service.roles.RegisterRole;
import nl.korf.service.roles.RolesFeature;
import nl.korf.service.rounds.RoundsFeature;
import org.jspecify.annotations.Nullable;

/**
 * A small estate service: minister, director and project officer, a mandate ladder for leases, a
 * working group with a lead and a member, and one initiative.
 */
public final class Estate {

  public static final PersonId MINISTER = new PersonId("p-minister");
  public static final PersonId DIRECTOR = new PersonId("p-director");
  public static final PersonId OFFICER = new PersonId("p-officer");
  public static final PersonId LEAD = new PersonId("p-lead");
  public static final PersonId MEMBER = new PersonId("p-member");
  public static final PersonId OUTSIDER = new PersonId("p-outsider");
  public static final BodyId BODY = new BodyId("minister");
  public static final RoleId MINISTER_ROLE = new RoleId("r-minister");
  public static final RoleId DIRECTOR_ROLE = new RoleId("r-director");
  public static final RoleId OFFICER_ROLE = new RoleId("r-officer");
  public static final GroupId GROUP = new GroupId("housing");
  public static final PowerId CONTRACTS = new PowerId("contracts");
  public static final PowerId LEASES = new PowerId("leases");
  public static final MandateId ROOT = new MandateId("m-root");
  public static final MandateId SUB = new MandateId("m-officer");
  public static final InitiativeId INITIATIVE = new InitiativeId("new-office");

  /** The document every mandate here is granted and revoked by. */
  public static final WrittenRecord RECORD = new WrittenRecord("0".repeat(64), "decree 1");

  /** The category of leases. */
  public static final String LEASE = "lease";

  private Estate() {}

  /** All features over a record of checks and read models in memory. */
  public static MemoryLedger ledger(MemoryAuthority authority) {
    return ledger(authority, Awb.RULES);
  }

  /** The same, under another law. */
  public static MemoryLedger ledger(MemoryAuthority authority, RuleSet law) {
    MemoryLedger ledger =
        new MemoryLedger(
            new PeopleFeature(),
            new BodiesFeature(),
            new RolesFeature(),
            new GroupsFeature(),
            new PowersFeature(),
            new MandatesFeature(law),
            new InitiativesFeature(),
            new DecisionsFeature(new Competence(authority, authority)),
            new RoundsFeature(new Competence(authority, authority), DecisionSettings.DEFAULT),
            new DirectivesFeature(
                new Competence(authority, authority), authority, DirectiveSettings.DEFAULT),
            new ProgrammesFeature());
    authority.follow(ledger);
    return ledger;
  }

  /** The commands of the registrar, in order, up to where mandates can be granted. */
  public static List<Command> founding() {
    return List.of(
        new RegisterPerson(MINISTER, false),
        new RegisterPerson(DIRECTOR, false),
        new RegisterPerson(OFFICER, false),
        new RegisterPerson(LEAD, false),
        new RegisterPerson(MEMBER, false),
        new RegisterPerson(OUTSIDER, false),
        new RegisterBody(BODY, name("Minister"), oin(), "minister", null, null),
        new RegisterRole(MINISTER_ROLE, name("Minister"), BODY, BODY, null, null, null, null),
        new RegisterRole(DIRECTOR_ROLE, name("Director"), BODY, null, null, null, null, null),
        new RegisterRole(OFFICER_ROLE, name("Officer"), BODY, null, null, null, null, null),
        new AppointToRole(MINISTER_ROLE, MINISTER, null, null),
        new AppointToRole(DIRECTOR_ROLE, DIRECTOR, null, null),
        new AppointToRole(OFFICER_ROLE, OFFICER, null, null),
        new FormGroup(GROUP, name("Housing"), "working group", null, BODY, null, "Offices"),
        new AddMember(GROUP, LEAD, "lead"),
        new AddMember(GROUP, MEMBER, null),
        new RegisterPower(CONTRACTS, name("Contracts"), null, null, null, null),
        new RegisterPower(LEASES, name("Leases"), CONTRACTS, LEASE, null, null),
        new AttributePower(CONTRACTS, BODY, null));
  }

  /** Founded, and the ladder granted: a million for the director, a hundred thousand below. */
  public static MemoryLedger standing(MemoryAuthority authority) {
    MemoryLedger ledger = ledger(authority);
    founding().forEach(ledger::send);
    ledger.send(MINISTER, grant(ROOT, DIRECTOR_ROLE, perAct(1_000_000)));
    ledger.send(DIRECTOR, subMandate(SUB, ROOT, OFFICER_ROLE, perAct(100_000)));
    ledger.send(MEMBER, propose(INITIATIVE));
    return ledger;
  }

  public static GrantMandate grant(MandateId id, RoleId holder, Limit... limits) {
    return new GrantMandate(id, terms(BODY, holder, SubMandating.YES, limits), RECORD, null, null);
  }

  public static SubMandate subMandate(
      MandateId id, MandateId parent, RoleId holder, Limit... limits) {
    return new SubMandate(
        id, parent, terms(null, holder, SubMandating.NO, limits), RECORD, null, null, null);
  }

  /** Terms for contracts; without a principal they are taken from the mandate above. */
  public static AskedTerms terms(
      @Nullable BodyId principal, RoleId holder, SubMandating passOn, Limit... limits) {
    return new AskedTerms(
        MandateKind.PROXY,
        null,
        null,
        principal,
        principal == null ? null : Party.of(MINISTER_ROLE),
        Party.of(holder),
        principal == null ? LEASES : CONTRACTS,
        null,
        List.of(limits),
        null,
        null,
        null,
        null,
        passOn,
        null,
        null,
        null,
        null,
        null);
  }

  /** Terms for contracts in the minister's name, for any holder. */
  public static AskedTerms terms(BodyId principal, Party holder, Limit... limits) {
    return new AskedTerms(
        MandateKind.PROXY,
        null,
        null,
        principal,
        Party.of(MINISTER_ROLE),
        holder,
        CONTRACTS,
        null,
        List.of(limits),
        null,
        null,
        null,
        null,
        SubMandating.YES,
        null,
        null,
        null,
        null,
        null);
  }

  public static ProposeInitiative propose(InitiativeId id) {
    return new ProposeInitiative(
        id, name("New office"), GROUP, null, null, null, null, "A new office in the north.");
  }

  /** Decides on a lease: so many euros a year, for so many years. */
  public static TakeDecision lease(String decision, long yearly, int years) {
    return new TakeDecision(
        new nl.korf.model.DecisionId(decision),
        INITIATIVE,
        name("Lease"),
        leaseOf(yearly, years),
        null,
        null,
        null,
        null,
        "It fits.",
        null);
  }

  public static AskedAct leaseOf(long yearly, int years) {
    AskedValue value = new AskedValue(LEASE, euro(yearly), years);
    return new AskedAct(LEASES, MandateKind.PROXY, null, null, null, null, null, value, null);
  }

  public static Limit perAct(long euro) {
    return Limit.perAct(LEASE, euro(euro), Bound.INCLUSIVE);
  }

  public static Amount euro(long whole) {
    return Amount.euro(whole, VatBasis.EXCLUSIVE);
  }

  public static LocalizedText name(String text) {
    return LocalizedText.en(text);
  }

  public static RegisterNumber oin() {
    return new RegisterNumber(Register.OIN, "00000001234567890000");
  }
}
