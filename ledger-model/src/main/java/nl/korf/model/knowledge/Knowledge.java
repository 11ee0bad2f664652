package nl.korf.model.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.money.Amount;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;

/**
 * The world as the rules see it: everything known at {@link #position()}, as in force at {@link
 * #on()}. Both are fixed for one instance, so the same question gives the same answer; an instance
 * may remember what it looked up. Not for use by several threads at once.
 */
public interface Knowledge {

  /** Facts up to and including this position are known. */
  long position();

  /** The instant the questions are about. */
  Instant on();

  /**
   * Whether the party is registered and, for a role, body or group, still exists at {@link #on}.
   */
  boolean exists(Party party);

  /**
   * The mandate as it stands at {@link #on()}, in whatever state; where it has not begun by then,
   * its first state, whose {@code from} lies after {@link #on()}. Empty where nothing is known of
   * it.
   */
  Optional<Dated<MandateRow>> mandate(MandateId mandate);

  /**
   * Every mandate one of the parties holds, in whatever state at {@link #on()}, those that have not
   * begun included, ordered by id. The holder named in the mandate itself counts, nothing is
   * derived.
   */
  List<MandateId> mandatesHeldBy(Set<Party> holders);

  /** The appointments of a person in force at {@link #on()}. */
  List<AppointmentRow> rolesOf(PersonId person);

  Optional<RoleRow> role(RoleId role);

  /** The body, dissolved or not. */
  Optional<BodyRow> body(BodyId body);

  /** The group, in whatever state. */
  Optional<GroupRow> group(GroupId group);

  Optional<PowerRow> power(PowerId power);

  /**
   * Whether the body holds exactly this power by attribution at {@link #on()}. What follows from a
   * power above it in the taxonomy is for the caller to ask.
   */
  boolean attributed(PowerId power, BodyId body);

  /**
   * Every delegation by which a power of the body passed to another, or came to it (Awb 10:13), in
   * whatever state at {@link #on()}, ordered by id.
   */
  List<MandateId> delegationsOf(BodyId body);

  /** A decision taken, with the act it was about, whether it works yet at {@link #on()} or not. */
  Optional<DecisionRow> decision(DecisionId decision);

  /**
   * All use made of a mandate in one category: the sum of the obligations of decisions that list
   * the mandate among those they used, taken at or before {@link #on()} (recorded history counts
   * from its effective time). One total per currency and VAT basis; empty where there is none.
   */
  List<Amount> used(MandateId mandate, String category);
}
