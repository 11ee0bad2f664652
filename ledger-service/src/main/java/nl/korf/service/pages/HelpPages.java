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

  HelpPages(Frames frames) {
    this.frames = frames;
  }

  @GetMapping("/help")
  String help(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(request, asOf, actor));
    return "help";
  }

  @GetMapping("/accessibility")
  String accessibility(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(request, asOf, actor));
    return "accessibility";
  }
}
