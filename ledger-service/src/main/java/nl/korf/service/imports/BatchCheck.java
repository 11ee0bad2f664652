package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Refused.Reason;
import nl.korf.service.identity.Directory;

/**
 * Whether a request of an import can be worked off whole: looked at before anything is recorded,
 * and all that is wrong said at once.
 */
final class BatchCheck {

  private static final Pattern SOURCE = Pattern.compile("(?s).+:\\d{1,9}");
  private static final Pattern KEY = Pattern.compile("(?s)[a-z]{1,20}/.+");

  private final List<Reason> reasons = new ArrayList<>();

  private BatchCheck() {}

  /**
   * The facts of a batch.
   *
   * @throws Refused naming each item that is none, by its place
   */
  static List<PlannedFact> facts(ImportBatch batch) {
    BatchCheck check = new BatchCheck();
    check.atMost("facts", batch.facts().size(), ImportSink.BATCH_FACTS_MAX);
    Refused.unlessEmpty(check.reasons);
    List<PlannedFact> facts = new ArrayList<>();
    for (int i = 0; i < batch.facts().size(); i++) {
      check.item("facts/" + i, batch.facts().get(i), facts);
    }
    Refused.unlessEmpty(check.reasons);
    return facts;
  }

  /** Checks that people can be looked up, and added under their names. */
  static void people(ImportBatch.People people) {
    BatchCheck check = new BatchCheck();
    check.atMost("ids", people.ids().size(), ImportSink.KEYS_MAX);
    check.atMost("names", people.names().size(), people.ids().size());
    for (int i = 0; i < Math.min(people.names().size(), ImportSink.KEYS_MAX); i++) {
      String name = people.names().get(i);
      check.when(
          name.length() > Directory.NAME_CHARACTERS_MAX,
          "names/" + i,
          name.substring(0, Math.min(name.length(), Directory.NAME_CHARACTERS_MAX)) + "…",
          "≤ " + Directory.NAME_CHARACTERS_MAX);
    }
    Refused.unlessEmpty(check.reasons);
  }

  /** Checks that every key is that of something. */
  static void references(ImportBatch.References references) {
    BatchCheck check = new BatchCheck();
    check.atMost("keys", references.keys().size(), ImportSink.KEYS_MAX);
    for (int i = 0; i < Math.min(references.keys().size(), ImportSink.KEYS_MAX); i++) {
      String key = references.keys().get(i);
      check.when(!KEY.matcher(key).matches(), "keys/" + i, key, "group/tiger-team");
    }
    Refused.unlessEmpty(check.reasons);
  }

  private void item(String at, ImportBatch.Item item, List<PlannedFact> facts) {
    when(!SOURCE.matcher(item.source()).matches(), at + "/source", item.source(), "groups.csv:12");
    try {
      PlannedFact planned = item.planned();
      if (Importable.is(planned.fact())) {
        FactReferences.named(planned.fact());
        facts.add(planned);
      } else {
        when(true, at + "/type", item.type(), "≠ " + Importable.NAMES);
      }
    } catch (IllegalArgumentException unfit) {
      when(true, at, item.source(), String.valueOf(unfit.getMessage()));
    }
  }

  private void atMost(String field, int size, int limit) {
    when(size > limit, field, Integer.toString(size), "≤ " + limit);
  }

  private void when(boolean wrong, String field, String value, String problem) {
    if (wrong) {
      reasons.add(
          Reason.of(Refusal.VALUE_MALFORMED, "field", field, "value", value, "problem", problem));
    }
  }
}
