package nl.korf.model.invariants;

import java.util.List;
import java.util.Map;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;

/**
 * One rule about a mandate somebody wants to grant, as a value: an audit can print which one spoke.
 *
 * @param name of the rule, {@code M3}
 * @param refusal how it says no; carries the article
 * @param test what does not hold, each with the values compared; empty is a yes
 */
public record Invariant(String name, Refusal refusal, Test test) {

  /** Asks the rule. */
  @FunctionalInterface
  public interface Test {
    List<Map<String, String>> violations(Proposal proposal);
  }

  List<Reason> reasons(Proposal proposal) {
    return test.violations(proposal).stream().map(values -> new Reason(refusal, values)).toList();
  }
}
