package nl.korf.service.web;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.korf.eventstore.AlreadyRecorded;
import nl.korf.eventstore.AppendQueueFull;
import nl.korf.eventstore.AppendRefused;
import nl.korf.eventstore.ClocksApart;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.eventstore.FactRejected;
import nl.korf.eventstore.LedgerAhead;
import nl.korf.eventstore.LedgerUnwritable;
import nl.korf.eventstore.OutcomeUnknown;
import nl.korf.eventstore.StoreClosed;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.eventstore.TooLate;
import nl.korf.model.Refusal.Answer;
import nl.korf.model.Refused;
import nl.korf.projections.BadCursor;
import nl.korf.projections.ReadModelMissing;
import nl.korf.projections.UnfitValue;
import nl.korf.projections.map.MapRows;
import nl.korf.projections.map.MapTooLarge;
import nl.korf.service.kernel.CommandTimedOut;
import nl.korf.service.kernel.ConflictPersists;
import nl.korf.service.kernel.NotAllowed;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as a problem document in the reader's language. */
final class Problems {

  /** When it is worth trying again, where nothing better is known. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String TYPE = "urn:korf:problem:";

  private Problems() {}

  /** A problem of this sort, with the values its detail names. */
  static Problem of(ProblemKind kind, String language, String... namesAndValues) {
    Map<String, String> values = ProblemTexts.pairs(namesAndValues);
    return document(kind, language, values, List.of(), null);
  }

  /** What an exception means to whoever asked; logged here if it is ours. */
  static Problem of(Throwable failure, String language) {
    return switch (failure) {
      case Refused refused -> refused(refused, language, Set.of());
      case InvalidRequest invalid -> invalid(invalid, language);
      case NotAllowed denied ->
          of(ProblemKind.NOT_ALLOWED, language, "right", denied.missing().name());
      case PersonNeeded _ -> of(ProblemKind.PERSON_NEEDED, language);
      case NotYetProjected late ->
          of(ProblemKind.NOT_YET_PROJECTED, language, "position", Long.toString(late.position()));
      case BodyTooLarge large ->
          of(ProblemKind.BODY_TOO_LARGE, language, "limit", Long.toString(large.limit()));
      case HttpException unreadable when HttpStatus.isClientError(unreadable.getCode()) ->
          invalid(new InvalidRequest("", Fault.UNREADABLE), language);
      case BadCursor _ -> invalid(new InvalidRequest("cursor", Fault.BAD_CURSOR), language);
      case UnfitValue _ -> invalid(new InvalidRequest("", Fault.UNREADABLE), language);
      case CommandsElsewhere.NotTaken _ -> of(ProblemKind.COMMANDS_ELSEWHERE, language);
      case ReadModelMissing _ -> of(ProblemKind.NOT_YET_PROJECTED, language, "position", "1");
      case NotFound _ -> of(ProblemKind.NOT_FOUND, language);
      case MapTooLarge _ ->
          of(ProblemKind.MAP_TOO_LARGE, language, "limit", Integer.toString(MapRows.ROWS_MAX));
      case ConflictPersists _ -> of(ProblemKind.CONFLICT_PERSISTS, language);
      case CommandTimedOut _ -> of(ProblemKind.OUTCOME_UNKNOWN, language);
      case StoreUnreachable unreachable -> {
        LOG.warn("{}", unreachable.getMessage());
        yield of(ProblemKind.STORE_UNREACHABLE, language);
      }
      case AppendRefused refused -> of(kindOf(refused), language);
      case FactRejected unfit ->
          of(ProblemKind.FACT_REJECTED, language, "reason", String.valueOf(unfit.getMessage()));
      default -> ours(failure, language);
    };
  }

  /** When to try again, for problems that pass. */
  static @Nullable Duration retryAfter(Throwable failure) {
    return switch (failure) {
      case AppendQueueFull full -> full.retryAfter();
      case ClocksApart _, LedgerUnwritable _, OutcomeUnknown _, StoreClosed _ -> RETRY_AFTER;
      case NotYetProjected _, ReadModelMissing _ -> RETRY_AFTER;
      case CommandTimedOut _, StoreUnreachable _ -> RETRY_AFTER;
      default -> null;
    };
  }

  private static ProblemKind kindOf(AppendRefused refused) {
    return switch (refused) {
      case AppendQueueFull _ -> ProblemKind.QUEUE_FULL;
      case ClocksApart _ -> ProblemKind.CLOCKS_APART;
      case LedgerAhead _ -> ProblemKind.LEDGER_AHEAD;
      case LedgerUnwritable _ -> ProblemKind.LEDGER_UNWRITABLE;
      case StoreClosed _ -> ProblemKind.STORE_UNREACHABLE;
      case OutcomeUnknown _ -> ProblemKind.OUTCOME_UNKNOWN;
      case CommandIdReused _ -> ProblemKind.COMMAND_ID_REUSED;
      case TooLate _ -> ProblemKind.CONFLICT_PERSISTS;
      case AlreadyRecorded _ -> ProblemKind.OUTCOME_UNKNOWN;
    };
  }

  /**
   * A refusal. What is unknown is a 404 where the address names it; where only the content of the
   * request does, the address is there and the content cannot be processed: 422.
   *
   * @param addressed the values in the address
   */
  static Problem refused(Refused refused, String language, Collection<String> addressed) {
    List<Problem.Reason> reasons =
        refused.reasons().stream()
            .map(reason ->
                new Problem.Reason(
                    reason.refusal().code(),
                    reason.message(language),
                    reason.next(language),
                    null,
                    null,
                    reason.values()))
            .toList();
    String code = refused.refusal().code();
    Problem.Reason first = reasons.getFirst();
    int status = answer(refused, addressed).status();
    return new Problem(
        TYPE + code,
        ProblemTexts.in(language, "refused." + status + ".title", Map.of()),
        status,
        first.message(),
        code,
        reasons,
        null);
  }

  private static Answer answer(Refused refused, Collection<String> addressed) {
    Answer answer = refused.refusal().answer();
    return answer == Answer.NOT_FOUND
            && Collections.disjoint(addressed, refused.reasons().getFirst().values().values())
        ? Answer.UNPROCESSABLE
        : answer;
  }

  private static Problem invalid(InvalidRequest invalid, String language) {
    List<Problem.Reason> reasons =
        invalid.violations().stream().map(one -> reason(one, language)).toList();
    Map<String, String> values = Map.of("count", Integer.toString(reasons.size()));
    return document(ProblemKind.INVALID_REQUEST, language, values, reasons, null);
  }

  private static Problem.Reason reason(InvalidRequest.Violation violation, String language) {
    boolean inBody = violation.where().isEmpty() || violation.where().startsWith("/");
    return new Problem.Reason(
        violation.fault().code(),
        ProblemTexts.in(language, "fault." + violation.fault().code(), violation.values()),
        null,
        inBody ? violation.where() : null,
        inBody ? null : violation.where(),
        violation.values());
  }

  private static Problem ours(Throwable failure, String language) {
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}", incident, failure);
    return document(
        ProblemKind.INTERNAL_ERROR, language, Map.of("incident", incident), List.of(), incident);
  }

  private static Problem document(
      ProblemKind kind,
      String language,
      Map<String, String> values,
      List<Problem.Reason> reasons,
      @Nullable String incident) {
    return new Problem(
        TYPE + kind.code(),
        ProblemTexts.in(language, kind.code() + ".title", Map.of()),
        kind.status(),
        ProblemTexts.in(language, kind.code() + ".detail", values),
        kind.code(),
        reasons,
        incident);
  }
}
