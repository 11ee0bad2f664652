package nl.korf.model.notices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;

/**
 * Port: how people, groups and mandates stand to each other, as known with one fact and in force
 * when it was recorded. Both are fixed for one instance. Not for use by several threads at once.
 */
public interface Relations {

  /** The same instant as known just before the fact: for what it takes away. */
  Relations before();

  Optional<GroupRow> group(GroupId group);

  /** The members, in whatever capacity. */
  Set<PersonId> members(GroupId group);

  Optional<RoleRow> role(RoleId role);

  /** Roles that are a case of this one: who holds them holds it. */
  Set<RoleId> casesOf(RoleId role);

  /** Who is appointed to exactly this role. */
  Set<PersonId> holders(RoleId role);

  /** The roles whose holder acts in the body's place. */
  Set<RoleId> embodying(BodyId body);

  Optional<PowerRow> power(PowerId power);

  /** The bodies that hold exactly this power by attribution. */
  Set<BodyId> bodiesWith(PowerId power);

  /** The mandate in whatever state; where it has not begun, its first one. */
  Optional<MandateRow> mandate(MandateId mandate);

  /** Everything that hangs from a mandate, at whatever depth, without itself. */
  List<MandateRow> below(MandateId mandate);

  /** Every mandate in the name of a body that is active itself. */
  List<MandateRow> inNameOf(BodyId body);

  Optional<InitiativeRow> initiative(InitiativeId initiative);

  /** Who has a part in the initiative. */
  Set<PersonId> involved(InitiativeId initiative);

  /** Who proposed it, where that was a person known to the ledger. */
  Optional<PersonId> proposer(InitiativeId initiative);

  /** The decision in its last known state, whether it works yet or not. */
  Optional<DecisionRow> decision(DecisionId decision);

  /** Whose differing view stands beside the decision. */
  Set<PersonId> dissenters(DecisionId decision);

  Optional<RoundRow> round(RoundId round);

  Set<PersonId> electors(RoundId round);

  /** Who objected in the round, whatever became of it. */
  Set<PersonId> objectors(RoundId round);

  /** The group whose rule it is; empty where every group can use it. */
  Optional<GroupId> groupOfRule(RuleId rule);

  Optional<DirectiveRow> directive(DirectiveId directive);

  Optional<ProgrammeRow> programme(ProgrammeId programme);
}
