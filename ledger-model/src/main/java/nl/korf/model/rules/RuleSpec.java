package nl.korf.model.rules;

import java.time.Duration;
import java.util.List;
import nl.korf.model.Party;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which a group decides, whole: nothing of it is looked up elsewhere, so that an outcome
 * can be computed again from the facts of the round alone. An immutable version of a rule holds
 * one.
 *
 * @param rule which rule; the overlays VETO and AGREE hold where {@code vetoers} and {@code
 *     mustAgree} are not empty
 * @param period from opening to the deadline, where the round names none
 * @param quorum of the electorate's weight that has to answer
 * @param quorumHeads electors that have to answer besides, counted by head; 0 for none
 * @param threshold that the weight of yes has to pass, of {@code base}
 * @param strict whether yes has to be more than the threshold, or may equal it
 * @param abstentionAllowed UNANIMITY: whether an abstention does not stand in the way
 * @param reasonRequired whether a ballot needs a reason
 * @param lateQuorum a quorum first reached within this time before the deadline puts the deadline
 *     off to that long after it was reached, once; null for never
 * @param secondCall whether a round without quorum may be called a second time
 * @param objectionRoundsMax how often a text may be revised for objections before the round is
 *     BLOCKED; 0 is no bound
 * @param fallback the rule a blocked round may go on by, declared beforehand
 * @param advisers ADVICE: who is asked (Awb 3:8)
 * @param advicePeriod from opening to the end of the advisers' time (Awb 3:6(1)); null is {@code
 *     period}
 * @param mustAgree overlay AGREE: parties who each have to agree
 * @param vetoers overlay VETO: parties of whom each can stop it, with a reason
 * @param vetoWindow how long after the deadline a veto can be cast; null: until the deadline
 * @param vetoOverride the fraction of the electorate's weight whose yes overrides a veto; null:
 *     none does
 * @param castingVoteWindow how long after the deadline a casting vote can be cast, where one was
 *     named at opening; null: until the deadline
 */
public record RuleSpec(
    Rule rule,
    Duration period,
    Fraction quorum,
    int quorumHeads,
    Fraction threshold,
    boolean strict,
    Base base,
    boolean abstentionAllowed,
    boolean reasonRequired,
    @Nullable Duration lateQuorum,
    boolean secondCall,
    int objectionRoundsMax,
    @Nullable RuleRef fallback,
    List<Party> advisers,
    @Nullable Duration advicePeriod,
    List<Party> mustAgree,
    List<Party> vetoers,
    @Nullable Duration vetoWindow,
    @Nullable Fraction vetoOverride,
    @Nullable Duration castingVoteWindow) {

  public RuleSpec {
    advisers = List.copyOf(advisers);
    mustAgree = List.copyOf(mustAgree);
    vetoers = List.copyOf(vetoers);
  }
}
