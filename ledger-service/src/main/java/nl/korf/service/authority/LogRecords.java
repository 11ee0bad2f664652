package nl.korf.service.authority;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.ModelJson;
import nl.korf.model.Party;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.invariants.RuleSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rows of the log as records of the Authorization Decision Log. The information source is the
 * ledger, versioned by position and instant; the policies are the rule set and the mandates of the
 * path, each with the position of the fact that gave it its terms.
 */
@Component
class LogRecords {

  private static final String VERSION =
      Objects.requireNonNullElse(
          LogRecords.class.getPackage().getImplementationVersion(), "development");

  private final LedgerName ledger;
  private final RuleSet law;

  LogRecords(LedgerName ledger, RuleSet law) {
    this.ledger = ledger;
    this.law = law;
  }

  LogRecord of(CheckLog.Entry entry) {
    RecordedCheck check = entry.check();
    if (check != null) {
      return ofCheck(check, entry.trace());
    }
    return ofSearch(Objects.requireNonNull(entry.search()), entry.trace());
  }

  private LogRecord ofCheck(RecordedCheck check, Trace trace) {
    CompetenceProof proof = check.proof();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("subject", party(check.question().decider()));
    request.put("action", action(check.question().act()));
    request.put("resource", resource(check.question().act()));
    request.put("context", context(check, proof));
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("verdict", proof.verdict());
    if (proof.failed() != null) {
      reason.put("failed", proof.failed());
    }
    reason.put("values", proof.values());
    Map<String, Object> response =
        Map.of("decision", proof.verdict() == Verdict.COMPETENT, "context", reason);
    Instant on = proof.on() == null ? check.checkedAt() : proof.on();
    return record(
        trace,
        CheckLog.EVALUATION,
        check.checkedAt(),
        attributes(proof.asKnownAt(), on, proof.path()),
        Map.of("adl.core.request", request, "adl.core.response", response));
  }

  private LogRecord ofSearch(RecordedSearch search, Trace trace) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("subject", Map.of("type", "party"));
    request.put("action", action(search.asked().act()));
    request.put("resource", resource(search.asked().act()));
    request.put("context", Map.of("time", search.on().toString(), "requested_by", search.actor()));
    List<Map<String, Object>> results =
        search.found().stream().map(found -> party(found.party())).distinct().toList();
    return record(
        trace,
        CheckLog.SEARCH,
        search.searchedAt(),
        attributes(search.position(), search.on(), List.of()),
        Map.of("adl.core.request", request, "adl.core.response", Map.of("results", results)));
  }

  private LogRecord record(
      Trace trace,
      String event,
      Instant at,
      Map<String, Object> attributes,
      Map<String, Object> body) {
    return new LogRecord(
        trace.traceId(),
        trace.spanId(),
        trace.parentSpanId(),
        event,
        at.toEpochMilli(),
        "Unset",
        attributes,
        Map.of("service.name", "korf", "service.version", VERSION, "korf.ledger", ledger.urn()),
        body);
  }

  private Map<String, Object> attributes(
      long position, Instant on, List<CompetenceProof.Step> path) {
    Map<String, Object> policies = new LinkedHashMap<>();
    policies.put("korf.rule-set", law.name());
    if (!path.isEmpty()) {
      Map<String, Object> mandates = new LinkedHashMap<>();
      path.forEach(step -> mandates.put(step.mandate().toString(), step.version()));
      policies.put("korf.mandates", mandates);
    }
    Map<String, Object> information = Map.of("position", position, "on", on.toString());
    return Map.of(
        "adl.core.policies", policies,
        "adl.core.information", Map.of(ledger.urn(), information),
        "adl.core.configuration", Map.of("korf", VERSION));
  }

  private static Map<String, Object> context(RecordedCheck check, CompetenceProof proof) {
    Map<String, Object> context = new LinkedHashMap<>();
    Instant on = proof.on() == null ? check.checkedAt() : proof.on();
    context.put("time", on.toString());
    context.put("requested_by", check.actor());
    context.put("command", check.command().toString());
    if (check.gate() != null) {
      context.put("gate", check.gate());
    }
    if (check.question().proposer() != null) {
      context.put("proposer", check.question().proposer().toString());
    }
    if (check.question().mandate() != null) {
      context.put("mandate", check.question().mandate().toString());
    }
    Question.Earlier earlier = check.question().earlier();
    if (earlier != null) {
      context.put("earlier_decision", earlier.decision().toString());
      context.put("earlier_spent_from", earlier.spentFrom().toString());
    }
    return context;
  }

  private static Map<String, Object> party(Party party) {
    return Map.of("type", party.kind().name().toLowerCase(java.util.Locale.ROOT), "id", party.id());
  }

  private static Map<String, Object> action(Act act) {
    return Map.of("name", act.power().toString(), "properties", Map.of("kind", act.kind()));
  }

  private static Map<String, Object> resource(Act act) {
    Map<String, Object> properties = new LinkedHashMap<>();
    put(properties, "principal", act.principal());
    put(properties, "unit", act.unit());
    put(properties, "territory", act.territory());
    put(properties, "subject", act.subject());
    if (act.value() != null) {
      properties.put("value", ModelJson.mapper().valueToTree(act.value()));
    }
    if (!act.linkedTo().isEmpty()) {
      properties.put("linkedTo", act.linkedTo().stream().map(Object::toString).toList());
    }
    String id = act.caseId() == null ? act.power().toString() : act.caseId();
    return Map.of("type", "act", "id", id, "properties", properties);
  }

  private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.put(name, value.toString());
    }
  }
}
