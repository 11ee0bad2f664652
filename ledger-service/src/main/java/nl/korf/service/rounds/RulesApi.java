package nl.korf.service.rounds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.view.RoundRows.RuleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.rules.RulesView;
import nl.korf.service.web.Example;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.ReasonGiven;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of rules, presets and previews. */
@RestController
@RequestMapping("/v1")
@Tag(name = "rules", description = "How groups decide: rules in versions, presets, previews.")
class RulesApi {

  private final RulesView rules;
  private final RuleSentences sentences;

  RulesApi(RulesView rules, RuleSentences sentences) {
    this.rules = rules;
    this.sentences = sentences;
  }

  /**
   * A rule in one of its versions.
   *
   * @param sentence what it says, in words
   */
  record RuleItem(@JsonUnwrapped InForce<RuleRow> rule, LocalizedText sentence) {}

  /**
   * A rule that every group can use as it is.
   *
   * @param sentence what it says, in words
   */
  record PresetItem(@JsonUnwrapped RuleSpecs.Preset preset, LocalizedText sentence) {}

  /** The next version of a rule. */
  record NewVersion(LocalizedText name, @Nullable GroupId group, AskedSpec spec) {}

  @PostMapping("/rules")
  @Operation(
      summary = "Lay down a rule",
      description = "By who leads the group; without a group by a registrar, for every group.")
  @Example(Examples.RULE)
  @RecordsFacts
  ResponseEntity<Object> define(@RequestBody DefineRule rule, Submission submission) {
    return submission.created(
        rule, receipt -> "/v1/rules/" + ((RuleDefined) receipt.facts().getFirst().fact()).rule());
  }

  @PostMapping("/rules/{rule}/versions")
  @Operation(
      summary = "Lay down the next version of a rule",
      description = "Rounds that are open go on under the version they opened with.")
  @Example(Examples.RULE_VERSION)
  @RecordsFacts
  ResponseEntity<Object> version(
      @PathVariable RuleId rule, @RequestBody NewVersion asked, Submission submission) {
    return submission.created(
        new DefineRule(rule, asked.name(), asked.group(), asked.spec()),
        receipt -> "/v1/rules/" + rule);
  }

  @PostMapping("/rules/{rule}/retirements")
  @Operation(summary = "Retire a rule", description = "No round opens under it any more.")
  @Example(Examples.RETIREMENT)
  @RecordsFacts
  ResponseEntity<Object> retire(
      @PathVariable RuleId rule, @RequestBody ReasonGiven asked, Submission submission) {
    return submission.created(new RetireRule(rule, asked.reason()), receipt -> "/v1/rules/" + rule);
  }

  @GetMapping("/rules")
  @Operation(summary = "Rules", description = "In the version of then.")
  Page<RuleItem> list(
      @RequestParam(required = false) @Nullable GroupId group,
      @RequestParam(required = false) @Nullable Boolean retired,
      AsOf asOf,
      PageQuery page) {
    Page<Held<RuleRow>> found =
        rules.page(asOf, new RulesView.Filter(group, retired), page.cursor(), page.limit());
    return new Page<>(found.items().stream().map(this::item).toList(), found.next());
  }

  @GetMapping("/rules/{rule}")
  @Operation(summary = "A rule", description = "In the version of then, and what it says in words.")
  RuleItem one(@PathVariable RuleId rule, AsOf asOf) {
    return rules.find(asOf, rule).map(this::item).orElseThrow(() -> new NotFound("rule " + rule));
  }

  @GetMapping("/rules/{rule}/versions")
  @Operation(summary = "Every version of a rule", description = "The earliest first.")
  List<RuleItem> versions(@PathVariable RuleId rule, AsOf asOf) {
    return rules.versions(asOf.position(), rule).stream().map(this::item).toList();
  }

  private RuleItem item(Held<RuleRow> held) {
    return new RuleItem(InForce.of(held), sentences.of(held.row().spec()));
  }

  @GetMapping("/rule-presets")
  @Operation(summary = "Rules that every group can use as they are")
  List<PresetItem> presets() {
    return RuleSpecs.presets().stream()
        .map(preset -> new PresetItem(preset, sentences.of(preset.spec())))
        .toList();
  }

  @PostMapping("/rule-previews")
  @Operation(
      summary = "With these answers it would be …",
      description = "Computed by the function that computes outcomes. Leaves nothing behind.")
  @Example(Examples.PREVIEW)
  ResponseEntity<Computed> preview(@RequestBody AskedPreview asked, Submission submission) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(asked.outcome());
  }
}
