package nl.korf.service.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.mandates.MandateKind;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.pages.Names;
import nl.korf.service.pages.Said;
import nl.korf.service.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** "May I decide this?": asks the authority check, as known at the position of the page. */
@Controller
class AuthorityPage {

  private static final String CHECKS = "/v1/authority-checks";

  private static final List<Field> FIELDS =
      List.of(
          new Field.One("person", false, Field.Kind.REFERENCE, PersonId.class),
          new Field.One("power", true, Field.Kind.REFERENCE, PowerId.class),
          new Field.One("kind", false, Field.Kind.CHOICE, MandateKind.class),
          new Field.One("unit", false, Field.Kind.LINE, null),
          new Field.One("subject", false, Field.Kind.LINE, null),
          new Field.Group(
              "value",
              false,
              Field.Shape.PLAIN,
              List.of(
                  new Field.One("category", true, Field.Kind.LINE, null),
                  new Field.Group("each", true, Field.Shape.MONEY, List.of()),
                  new Field.One("times", false, Field.Kind.NUMBER, null))));

  private final Frames frames;
  private final Names names;
  private final Suggestions suggestions;

  AuthorityPage(Frames frames, Names names, Suggestions suggestions) {
    this.frames = frames;
    this.names = names;
    this.suggestions = suggestions;
  }

  /** A link of the chain. */
  public record Link(String mandate, Said holder) {}

  /**
   * The answer in words.
   *
   * @param failed the predicate that did not hold, or null
   * @param values what it compared
   */
  public record Answered(
      String verdict,
      boolean competent,
      List<Link> chain,
      @Nullable String failed,
      Map<String, String> values) {}

  @GetMapping("/authority")
  String ask(
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws ServletException, IOException {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Frame frame = frames.of(request, asOf, actor);
    Entered entered = new Entered(Entered.given(request));
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/forms.css"));
    model.addAttribute("entered", entered);
    model.addAttribute("people", suggestions.of(PersonId.class, asOf, frame.lang()));
    model.addAttribute("powers", suggestions.of(PowerId.class, asOf, frame.lang()));
    if (entered.any("power")) {
      ObjectNode body = entered.json(FIELDS);
      body.put("at", asOf.position());
      body.put("on", asOf.on().toString());
      InnerCall.Answer answer =
          InnerCall.post(
              CHECKS,
              body,
              UUID.randomUUID().toString(),
              Language.ofPage(request),
              request,
              response);
      if (answer.accepted()) {
        model.addAttribute("answer", answered(answer.body(), asOf, frame));
      } else {
        model.addAttribute("refused", Outcome.of(answer));
      }
    }
    response.setHeader("Cache-Control", "no-store");
    return "authority";
  }

  private Answered answered(JsonNode answer, AsOf asOf, Frame frame) {
    Names.Spoken spoken = names.at(asOf, frame.lang());
    List<Link> chain = new ArrayList<>();
    for (JsonNode step : answer.path("path")) {
      String mandate = step.path("mandate").asString("");
      chain.add(new Link(mandate, spoken.holderOf(mandate)));
    }
    Map<String, String> values = new TreeMap<>();
    answer
        .path("values")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asString("")));
    String verdict = answer.path("verdict").asString("");
    return new Answered(
        verdict,
        verdict.equals("COMPETENT"),
        chain,
        answer.hasNonNull("failed") ? answer.get("failed").asString() : null,
        values);
  }
}
