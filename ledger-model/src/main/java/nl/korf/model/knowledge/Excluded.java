package nl.korf.model.knowledge;

import nl.korf.model.authority.Act;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Threshold;
import org.jspecify.annotations.Nullable;

/** Whether an exclusion takes an act out of what is granted or delegated. */
public enum Excluded {
  NO,
  YES,
  /** The act does not say what it is about. */
  SUBJECT_UNCLEAR,
  /** The act has no value, or one that cannot be compared. */
  VALUE_UNCLEAR;

  /**
   * The answer for an exclusion a machine can decide.
   *
   * @param total the value of the act with what is linked to it, or null
   */
  public static Excluded of(
      Exclusion exclusion, Act act, @Nullable Amount total, Knowledge knowledge) {
    if (elsewhere(exclusion, act, knowledge)) {
      return NO;
    }
    Threshold reached = Threshold.of(exclusion.from(), exclusion.bound(), total);
    if (reached == Threshold.BELOW) {
      return NO;
    }
    if (exclusion.subject() != null && act.subject() == null) {
      return SUBJECT_UNCLEAR;
    }
    return reached == Threshold.REACHED ? YES : VALUE_UNCLEAR;
  }

  /** Whether the exclusion is about another power or another subject. */
  private static boolean elsewhere(Exclusion exclusion, Act act, Knowledge knowledge) {
    boolean otherPower =
        exclusion.power() != null && !Taxonomy.within(act.power(), exclusion.power(), knowledge);
    boolean otherSubject =
        exclusion.subject() != null
            && act.subject() != null
            && !exclusion.subject().equals(act.subject());
    return otherPower || otherSubject;
  }
}
