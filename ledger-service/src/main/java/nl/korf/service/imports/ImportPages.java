package nl.korf.service.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.projections.AsOf;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import nl.korf.service.imports.BrowserImports.Asked;
import nl.korf.service.imports.UploadRefused.Why;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.CommandsElsewhere;
import nl.korf.service.web.Language;
import nl.korf.service.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Taking a folder in by browser: send it, see what would be recorded or what stands in the way,
 * confirm, watch. For registrars, like the addresses of an import over HTTP.
 */
@Controller
class ImportPages {

  private static final String ONE = "/import/{id:[0-9a-f]{64}}";
  private static final int LATEST_MAX = 10;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final BrowserImports imports;
  private final Uploads uploads;
  private final ImportRuns runs;
  private final Frames frames;
  private final NodeRoles roles;

  ImportPages(
      BrowserImports imports, Uploads uploads, ImportRuns runs, Frames frames, NodeRoles roles) {
    this.imports = imports;
    this.uploads = uploads;
    this.runs = runs;
    this.frames = frames;
    this.roles = roles;
  }

  /** Who asks, and what they get. */
  private record Visit(
      AsOf asOf, Actor actor, HttpServletRequest request, HttpServletResponse response) {}

  @GetMapping("/import")
  String empty(
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return actor == null
        ? "redirect:/sign-in" + Language.query(request)
        : form(new Visit(asOf, actor, request, response), model);
  }

  private String form(Visit visit, Model model) {
    frame(visit, model);
    boolean registrar = visit.actor().may(Right.REGISTER);
    model.addAttribute("registrar", registrar);
    model.addAttribute("runs", registrar ? runs.latest(LATEST_MAX) : List.of());
    model.addAttribute("megabytesMax", WebSettings.UPLOAD_BYTES_MAX >> 20);
    model.addAttribute("unpackedMax", Unpacking.UNPACKED_BYTES_MAX >> 20);
    model.addAttribute("filesMax", Unpacking.FILES_MAX);
    model.addAttribute("tables", Table.labels());
    return "import";
  }

  @PostMapping("/import")
  String send(
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
      @RequestParam(required = false) @Nullable String set,
      AsOf asOf,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    actor.require(Right.REGISTER);
    CommandsElsewhere.refuseWhere(!roles.has(Role.COMMANDS));
    Visit visit = new Visit(asOf, actor, request, response);
    try {
      Upload upload = uploads.receive(files == null ? List.of() : files, set);
      imports.preview(upload, actor);
      return "redirect:/import/" + upload.id() + Language.query(request);
    } catch (UploadRefused refused) {
      response.setStatus(UNPROCESSABLE);
      model.addAttribute("refusedKey", "import.refused." + refused.why());
      model.addAttribute("refusedValues", refused.values());
      model.addAttribute("setMissing", refused.why() == Why.SET_UNNAMED);
      model.addAttribute("set", set);
      return form(visit, model);
    }
  }

  @GetMapping(ONE)
  String show(
      @PathVariable String id,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    actor.require(Right.REGISTER);
    return one(id, new Visit(asOf, actor, request, response), model);
  }

  private String one(String id, Visit visit, Model model) {
    Optional<ImportRuns.Run> run = runs.find(id);
    boolean settled = run.filter(known -> known.running() || known.complete()).isPresent();
    Optional<Preview> preview = settled ? Optional.empty() : imports.previewOf(id, visit.actor());
    if (run.isEmpty() && preview.isEmpty()) {
      visit.response().setStatus(NOT_FOUND);
    }
    frame(visit, model);
    model.addAttribute("id", id);
    model.addAttribute("run", run.orElse(null));
    model.addAttribute("preview", preview.orElse(null));
    model.addAttribute("leftAside", uploads.find(id).map(Upload::leftAside).orElse(List.of()));
    model.addAttribute("words", ProblemWords.in(Language.ofPage(visit.request())));
    if (run.filter(ImportRuns.Run::running).isPresent()) {
      model.addAttribute("modules", List.of("/import.js"));
    }
    return "import-run";
  }

  @PostMapping(ONE)
  String confirm(
      @PathVariable String id,
      AsOf asOf,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    actor.require(Right.REGISTER);
    CommandsElsewhere.refuseWhere(!roles.has(Role.COMMANDS));
    Asked asked = imports.start(id, actor);
    if (asked == Asked.ACCEPTED) {
      return "redirect:/import/" + id + Language.query(request);
    }
    if (asked == Asked.ANOTHER) {
      response.setStatus(CONFLICT);
      model.addAttribute("another", runs.underWay().orElse(null));
      model.addAttribute("refusedKey", "import.refused.ANOTHER");
    } else {
      response.setStatus(asked == Asked.GONE ? NOT_FOUND : UNPROCESSABLE);
    }
    return one(id, new Visit(asOf, actor, request, response), model);
  }

  @PostMapping(ONE + "/stops")
  String stop(@PathVariable String id, Actor actor, HttpServletRequest request) {
    actor.require(Right.REGISTER);
    imports.stop(id);
    return "redirect:/import/" + id + Language.query(request);
  }

  /** How far it is, for the script of its page. */
  @GetMapping(ONE + "/progress")
  ResponseEntity<Map<String, Object>> progress(@PathVariable String id, Actor actor) {
    actor.require(Right.REGISTER);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    return runs.find(id)
        .map(run ->
            answer.body(
                Map.<String, Object>of(
                    "state", run.state(),
                    "facts", run.facts(),
                    "handled", run.handled(),
                    "recorded", run.recorded(),
                    "already", run.already(),
                    "refused", run.refused())))
        .orElseGet(() -> answer.body(Map.of("state", "UNKNOWN")));
  }

  private void frame(Visit visit, Model model) {
    Frame frame = frames.of(visit.request(), visit.asOf(), visit.actor());
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/forms.css", "/import.css"));
    visit.response().setHeader("Cache-Control", "private, no-store");
  }
}
