package nl.korf.model.facts;

import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.RuleId;
import nl.korf.model.rules.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Facts about the rules by which groups decide. A version of a rule never changes. */
public sealed interface RuleEvent extends Fact {

  /**
   * A version of a rule was laid down.
   *
   * @param version 1 for a new rule, else one more than the version before
   * @param group the group whose rule it is; null: any group can use it
   */
  record RuleDefined(
      @Open @Tagged("rule") RuleId rule,
      @Open int version,
      @Open LocalizedText name,
      @Open @Nullable @Tagged("group") GroupId group,
      @Open RuleSpec spec)
      implements RuleEvent {}

  /** No round opens under the rule any more; rounds that are open go on. */
  record RuleRetired(@Open @Tagged("rule") RuleId rule, @Personal @Nullable FreeText reason)
      implements RuleEvent {}
}
