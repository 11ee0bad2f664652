package nl.korf.model.facts;

import java.time.Instant;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import org.jspecify.annotations.Nullable;

/** Facts about functions (roles) and who holds them when. */
public sealed interface RoleEvent extends Fact {

  /** How many persons may hold a role at once. */
  enum Cardinality {
    ONE,
    MANY
  }

  /**
   * A function was described.
   *
   * @param body the body it belongs to
   * @param embodies the body in whose place its holder acts (a minister), or null
   * @param reportsTo the function above it
   * @param specialises the wider function it is a case of: it holds what that one holds
   */
  record RoleRegistered(
      @Open @Tagged("role") RoleId role,
      @Open LocalizedText name,
      @Open BodyId body,
      @Open @Nullable @Tagged("embodied-body") BodyId embodies,
      @Open @Nullable RoleId reportsTo,
      @Open @Nullable RoleId specialises,
      @Open Cardinality cardinality,
      @Open @Nullable LegalReference legalBasis)
      implements RoleEvent {}

  /** A function no longer exists. */
  record RoleAbolished(@Open @Tagged("role") RoleId role, @Open @Nullable LegalReference legalBasis)
      implements RoleEvent {}

  /**
   * A person was appointed to a role.
   *
   * @param from start, inclusive; null is the fact's effective time
   * @param until end, exclusive; null is open
   */
  record RoleAssigned(
      @Open @Tagged("person") PersonId person,
      @Open @Tagged("role") RoleId role,
      @Open @Nullable Instant from,
      @Open @Nullable Instant until)
      implements RoleEvent {}

  /** An appointment ended, at the fact's effective time. */
  record RoleEnded(
      @Open @Tagged("person") PersonId person,
      @Open @Tagged("role") RoleId role,
      @Personal @Nullable FreeText reason)
      implements RoleEvent {}
}
