package nl.korf.service.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.korf.projections.AsOf;
import nl.korf.projections.ViewHashes;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What proves the history, how it stands, and what anybody can do to see for themselves. */
@Controller
class AuditPage {

  private static final int ROWS_MAX = 20;
  private static final int PERCENT = 100;

  /** Digits of a view hash that are worth comparing. */
  private static final int HASH_DIGITS_MIN = 8;

  private final Frames frames;
  private final ProofStore proofs;
  private final Verifications verifications;
  private final Eraser eraser;
  private final ViewHashes hashes;
  private final AuditSettings settings;
  private final Clock clock;

  AuditPage(
      Frames frames,
      ProofStore proofs,
      Verifications verifications,
      Eraser eraser,
      ViewHashes hashes,
      AuditSettings settings,
      Clock clock) {
    this.frames = frames;
    this.proofs = proofs;
    this.verifications = verifications;
    this.eraser = eraser;
    this.hashes = hashes;
    this.settings = settings;
    this.clock = clock;
  }

  /** The latest checkpoint as the page shows it. */
  public record Signed(long size, String root, Instant at, String note) {}

  /** A witness; without a time: it has signed nothing yet. */
  public record WitnessLine(
      String name, @Nullable Long size, @Nullable Instant seenAt, @Nullable String failure) {}

  /** Facts witnesses saw late. */
  public record LateLine(long first, long last, Instant recordedAt, Duration delay) {}

  /** A run of hashing everything anew. */
  public record RunLine(
      String state,
      int percent,
      long done,
      long upTo,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable DifferenceLine difference) {}

  /** What was found to differ. */
  public record DifferenceLine(long position, String part, String expected, String found) {

    static @Nullable DifferenceLine of(@Nullable Difference difference) {
      return difference == null
          ? null
          : new DifferenceLine(
              difference.position(), difference.part(), difference.expected(), difference.found());
    }
  }

  /** A personal part that was erased. */
  public record ErasureLine(long position, long fact, Instant at) {}

  /** When the ledger went on from an older state. */
  public record AcceptanceLine(Instant at, String reason, long size) {}

  @GetMapping("/audit")
  String audit(
      @RequestParam(required = false) @Nullable String hash,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    Progress progress = Progress.read(proofs.database());
    Optional<Checkpoints.Published> latest = proofs.checkpoints().latest();
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/audit.css"));
    model.addAttribute("modules", List.of("/live/audit.js"));
    model.addAttribute("state", state(progress, latest.isPresent()));
    model.addAttribute("hashed", progress.size());
    model.addAttribute("stopped", DifferenceLine.of(progress.difference()));
    model.addAttribute("refusal", progress.refusal());
    model.addAttribute("signed", latest.map(AuditPage::signed).orElse(null));
    model.addAttribute(
        "keys", Keys.all(proofs.database()).stream().map(VerifierKey::toString).toList());
    model.addAttribute("run", verifications.latest().map(this::line).orElse(null));
    model.addAttribute("mayVerify", actor != null && actor.may(Right.OPERATE));
    witnesses(model);
    erasures(model);
    compare(hash, asOf, model);
    return "audit";
  }

  /** Begins to hash everything anew. */
  @PostMapping("/audit/verifications")
  String verify(Actor actor, @RequestParam(required = false) @Nullable String lang) {
    actor.require(Right.OPERATE);
    verifications.start(actor.name());
    return "redirect:/audit"
        + (lang == null ? "" : "?lang=" + lang.replaceAll("[^a-z]", ""))
        + "#h-verify";
  }

  /** The form asks for a position; its proof has an address of its own. */
  @GetMapping("/audit/proof")
  String proof(@RequestParam String position) {
    String digits = position.replaceAll("[\\s.,]", "");
    if (!digits.matches("[0-9]{1,18}")) {
      throw new InvalidRequest(
          "position", Fault.WRONG_VALUE, "value", position, "expected", "1, 2, 3 …");
    }
    return "redirect:/v1/facts/" + digits + "/proof";
  }

  private static String state(Progress progress, boolean signed) {
    if (progress.difference() != null) {
      return "stopped";
    }
    return progress.refusal() != null ? "refused" : signed ? "works" : "none";
  }

  private static Signed signed(Checkpoints.Published checkpoint) {
    return new Signed(
        checkpoint.size(),
        HexFormat.of().formatHex(checkpoint.root()),
        checkpoint.signedAt(),
        checkpoint.note().toString());
  }

  private RunLine line(Verifications.Run run) {
    Instant now = clock.instant();
    String state =
        run.difference() != null
            ? "differs"
            : run.finishedAt() != null ? "good" : run.lost(now) ? "lost" : "running";
    int percent = run.upTo() == 0 ? PERCENT : (int) (run.done() * PERCENT / run.upTo());
    return new RunLine(
        state,
        percent,
        run.done(),
        run.upTo(),
        run.startedAt(),
        run.finishedAt(),
        DifferenceLine.of(run.difference()));
  }

  private void witnesses(Model model) {
    Witnesses witnesses = new Witnesses(proofs.database());
    List<WitnessLine> lines = new ArrayList<>();
    for (Witnesses.Standing one : witnesses.all()) {
      lines.add(new WitnessLine(one.name(), one.size(), one.seenAt(), one.failure()));
    }
    model.addAttribute("witnesses", lines);
    model.addAttribute("quorum", settings.needed());
    model.addAttribute(
        "late",
        witnesses.late(ROWS_MAX).stream()
            .map(one ->
                new LateLine(
                    one.first(),
                    one.last(),
                    one.recordedAt(),
                    Duration.between(one.recordedAt(), one.seenAt())))
            .toList());
  }

  private void erasures(Model model) {
    model.addAttribute(
        "erasures",
        eraser.latest(ROWS_MAX).stream()
            .map(one -> new ErasureLine(one.position(), one.fact(), one.at()))
            .toList());
    model.addAttribute(
        "acceptances",
        proofs
            .database()
            .sql(
                "select accepted_at, reason, size from audit.guard_acceptance"
                    + " order by accepted_at desc limit ?")
            .param(ROWS_MAX)
            .query((row, _) ->
                new AcceptanceLine(
                    Objects.requireNonNull(Progress.instant(row, 1)),
                    row.getString(2),
                    row.getLong(3)))
            .list());
  }

  /** Whether a hash somebody else saw is that of the position shown. */
  private void compare(@Nullable String typed, AsOf asOf, Model model) {
    String own = hashes.at(asOf.position()).map(HexFormat.of()::formatHex).orElse("");
    model.addAttribute("viewHash", own);
    model.addAttribute("typed", typed);
    if (typed != null && !typed.isBlank()) {
      String digits = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s…]", "");
      boolean comparable = digits.matches("[0-9a-f]{" + HASH_DIGITS_MIN + ",64}");
      model.addAttribute(
          "compared", !comparable ? "unfit" : own.startsWith(digits) ? "same" : "other");
    }
  }
}
