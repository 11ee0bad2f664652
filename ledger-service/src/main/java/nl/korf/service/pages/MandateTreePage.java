package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.korf.model.Party;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may act by whom, from a body or a holder down. */
@Controller
class MandateTreePage {

  private final Frames frames;
  private final Names names;
  private final MandateTree trees;

  MandateTreePage(Frames frames, Names names, MandateTree trees) {
    this.frames = frames;
    this.names = names;
    this.trees = trees;
  }

  @GetMapping(path = "/mandates", params = "from")
  String tree(
      @RequestParam String from,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Party party = parsed(from);
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    MandateTree.Trees found = trees.from(party, asOf, spoken, frame);
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/tree.css"));
    model.addAttribute("from", spoken.of(party));
    model.addAttribute("body", party.kind() == Party.Kind.BODY);
    model.addAttribute("nodes", found.nodes());
    model.addAttribute("whole", found.whole());
    return "mandate-tree";
  }

  private static Party parsed(String from) {
    try {
      return Party.parse(from.strip());
    } catch (IllegalArgumentException unfit) {
      throw new InvalidRequest(
          "from",
          Fault.WRONG_VALUE,
          "value",
          from,
          "expected",
          "body:…, role:…, group:…, person:…");
    }
  }
}
