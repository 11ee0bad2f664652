package nl.korf.service.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.Language;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page of a form: empty or filled in from its address, with what is wrong, with what would come
 * of it, and after it was sent with what was recorded.
 */
@Controller
class FormPages {

  /** Forms stand below it, at the address their route has below {@code /v1}. */
  static final String PREFIX = "/forms";

  /** Asks for the outcome without sending. */
  private static final String CONSIDER = "consider";

  /** Asks for one more row of the list it names. */
  private static final String MORE = "more";

  private static final String COMMAND_ID = "idempotencyKey";

  private final FormCatalogue forms;
  private final Presenter presenter;
  private final Frames frames;

  FormPages(FormCatalogue forms, Presenter presenter, Frames frames) {
    this.forms = forms;
    this.presenter = presenter;
    this.frames = frames;
  }

  @GetMapping(PREFIX + "/**")
  String empty(
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws ServletException, IOException {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    FormCatalogue.Found found = found(request);
    Entered entered = new Entered(Entered.given(request));
    Sending sending = new Sending(found, entered, UUID.randomUUID().toString());
    if (presenter.complete(found.form(), entered)) {
      show(sending, consider(sending, request, response), asOf, actor, request, model);
    } else {
      show(sending, null, asOf, actor, request, model);
    }
    response.setHeader("Cache-Control", "no-store");
    return "form";
  }

  @PostMapping(PREFIX + "/**")
  String filledIn(
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws ServletException, IOException {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Map<String, String> given = Entered.given(request);
    Entered entered = new Entered(given);
    String commandId = given.getOrDefault(COMMAND_ID, UUID.randomUUID().toString());
    Sending sending = new Sending(found(request), entered, commandId);
    response.setHeader("Cache-Control", "no-store");
    if (given.containsKey(MORE)) {
      show(sending, null, asOf, actor, request, model);
      return "form";
    }
    boolean considers = given.containsKey(CONSIDER);
    Outcome outcome =
        considers ? consider(sending, request, response) : send(sending, "", request, response);
    if (!considers && outcome.recorded()) {
      return "redirect:" + recorded(outcome, request);
    }
    if (!outcome.accepted()) {
      response.setStatus(outcome.status());
    }
    show(sending, outcome, asOf, actor, request, model);
    return "form";
  }

  /** One filling in of a form, with the id its command has. */
  record Sending(FormCatalogue.Found found, Entered entered, String commandId) {}

  private static Outcome consider(
      Sending sending, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    return send(sending, "?preview=true", request, response);
  }

  private static Outcome send(
      Sending sending, String query, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Form form = sending.found().form();
    var body = sending.entered().json(form.fields());
    if (!sending.entered().faults().isEmpty()) {
      return Outcome.unreadable();
    }
    return Outcome.of(
        InnerCall.post(
            form.address(sending.found().about()) + query,
            body,
            sending.commandId(),
            Language.ofPage(request),
            request,
            response));
  }

  private void show(
      Sending sending,
      @Nullable Outcome outcome,
      AsOf asOf,
      Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/forms.css"));
    model.addAttribute(
        "form",
        presenter.page(
            sending,
            outcome,
            new Presenter.Reader(frame, asOf, actor),
            request.getParameter(MORE)));
  }

  /** Where it was recorded, with the page of what came to be. */
  private static String recorded(Outcome outcome, HttpServletRequest request) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/recorded/" + outcome.position())
            .queryParam("page", "{page}");
    String lang = request.getParameter("lang");
    if (lang != null) {
      address.queryParam("lang", Language.ofPage(request));
    }
    return address.encode().buildAndExpand(outcome.page()).toUriString();
  }

  private FormCatalogue.Found found(HttpServletRequest request) {
    String path = request.getRequestURI().substring(PREFIX.length());
    return forms.at(path).orElseThrow(() -> new NotFound("form " + path));
  }
}
