package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to read and use the pages, and for whom they work. */
@Controller
class HelpPages {

  private final Frames frames;
  private final FirstSteps steps;

  HelpPages(Frames frames, FirstSteps steps) {
    this.frames = frames;
    this.steps = steps;
  }

  @GetMapping("/help")
  String help(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(request, asOf, actor));
    return "help";
  }

  /** The way from an empty ledger to the first initiative, also once it was gone. */
  @GetMapping("/first-steps")
  String firstSteps(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute("guide", steps.of(asOf, frame));
    return "first-steps";
  }

  @GetMapping("/accessibility")
  String accessibility(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(request, asOf, actor));
    return "accessibility";
  }
}
