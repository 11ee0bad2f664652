package nl.korf.service.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.Imported.Finding;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.rules.Rule;
import nl.korf.service.imports.Column.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Plans the decision behind a change of stage. The source tells that it was taken and when, not by
 * which power, so its competence is unknown.
 *
 * @param owner the group in whose work it was taken, where the row names none
 */
record StageDecision(PlanDraft draft, InitiativeId id, GroupId owner) {

  /** A rule of the import itself: the source names who proposed the change, not who decided. */
  static final String DECIDER_PROPOSED = "source-decider-is-proposer";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  /** Plans the decision of a row that moved the initiative to {@code stage}. */
  void add(Row r, Instant at, @Nullable String stage) {
    PersonId by = draft.personOrNull(r, "decided_by");
    Party named = draft.party(r, "decided_for");
    Party decidedFor = named == null ? Party.of(owner) : named;
    DecisionTaken taken =
        new DecisionTaken(
            new DecisionId(decisionId(at)),
            id,
            title(r),
            Rule.UNKNOWN,
            by,
            decidedFor,
            null,
            null,
            new CompetenceProof(
                Verdict.UNKNOWN, 0, at, List.of(), null, Map.of("missing", "power")),
            List.of(),
            List.of(),
            stage,
            null,
            null);
    List<Finding> findings =
        by == null
            ? List.of()
            : List.of(PlanDraft.finding(DECIDER_PROPOSED, "decidedBy", by.value()));
    draft
        .add(r, InitiativeStory.lane(id), taken, at)
        .needs(Entity.INITIATIVE, id)
        .found(findings)
        .needs(Entity.PERSON, by)
        .needs(decidedFor)
        .planned();
  }

  private String decisionId(Instant at) {
    String tail = "." + STAMP.format(at);
    String head = id.value();
    int room = Identifier.LENGTH_MAX - tail.length();
    return (head.length() > room ? head.substring(0, room) : head) + tail;
  }

  private static LocalizedText title(Row r) {
    String words = r.get("stage") + (r.has("maturity") ? ", " + r.get("maturity") : "");
    return switch (r.must("event")) {
      case "created" -> LocalizedText.of("Opgenomen als " + words, "Taken in as " + words);
      case "withdrawn" -> LocalizedText.of("Verwijderd", "Removed");
      case "restored" -> LocalizedText.of("Teruggezet als " + words, "Restored as " + words);
      default -> LocalizedText.of("Naar " + words, "To " + words);
    };
  }
}
