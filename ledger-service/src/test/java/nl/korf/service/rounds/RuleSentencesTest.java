package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.korf.model.ModelJson;
import nl.korf.model.Party;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.rules.RuleSpec;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.node.ObjectNode;

/** What a rule says in words tells all of it. */
class RuleSentencesTest {

  private static final Locale DUTCH = Locale.of("nl");

  /** For each component of a rule another value than the plainest rule has. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("period", "\"P3D\""),
          Map.entry("quorum", "{\"num\":1,\"den\":3}"),
          Map.entry("quorumHeads", "5"),
          Map.entry("threshold", "{\"num\":3,\"den\":5}"),
          Map.entry("strict", "false"),
          Map.entry("base", "\"BALLOTS\""),
          Map.entry("reasonRequired", "true"),
          Map.entry("lateQuorum", "\"PT2H\""),
          Map.entry("secondCall", "true"),
          Map.entry("objectionRoundsMax", "2"),
          Map.entry("fallback", "{\"rule\":\"our-majority\",\"version\":4}"),
          Map.entry("advisers", "[\"person:one\"]"),
          Map.entry("mustAgree", "[\"body:two\"]"),
          Map.entry("vetoers", "[\"role:three\"]"),
          Map.entry("vetoWindow", "\"P1D\""),
          Map.entry("vetoOverride", "{\"num\":3,\"den\":4}"),
          Map.entry("castingVoteWindow", "\"PT90M\""));

  private final RuleSentences sentences = new RuleSentences(messages());

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }

  @Test
  void everyComponentOfARuleChangesWhatItSays() {
    String plain = english(new AskedSpecs().spec());
    Map<String, String> told = new HashMap<>();
    OTHERWISE.forEach((component, value) -> {
      String other = english(new AskedSpecs().with(component, value).spec());
      assertThat(other).as(component).isNotEqualTo(plain);
      assertThat(told.put(other, component)).as("told as " + component).isNull();
    });
  }

  @Test
  void presetsReadLikeSentencesInBothLanguages() {
    List<String> told = new ArrayList<>();
    for (RuleSpecs.Preset preset : RuleSpecs.presets()) {
      told.add(sentences.of(preset.spec(), DUTCH, Party::toString));
      told.add(english(preset.spec()));
    }

    assertThat(told).doesNotHaveDuplicates().allMatch(text -> text.endsWith("."));
    assertThat(told).noneMatch(text -> text.contains("{") || text.contains("rule."));
    assertThat(told.getFirst())
        .isEqualTo(
            "Aangenomen als niemand tegen is en er bij de sluiting geen bezwaar overeind staat. De"
                + " ronde staat 7 dagen open, tenzij bij het openen een ander moment is genoemd. De"
                + " tekst kan ten hoogste 3 keer worden aangepast om bezwaren te verwerken.");
  }

  @Test
  void timesAreToldInTheLargestWholeUnit() {
    assertThat(english(new AskedSpecs().with("period", "\"P1D\"").spec())).contains("1 day,");
    assertThat(english(new AskedSpecs().with("period", "\"PT36H\"").spec())).contains("36 hours,");
    assertThat(english(new AskedSpecs().with("period", "\"PT61M\"").spec()))
        .contains(Duration.ofMinutes(61).toMinutes() + " minutes,");
  }

  private String english(RuleSpec spec) {
    return sentences.of(spec, Locale.ENGLISH, Party::toString);
  }

  /** The plainest majority, with some components otherwise. */
  private static final class AskedSpecs {

    private final ObjectNode json = ModelJson.mapper().createObjectNode();

    AskedSpecs() {
      json.put("rule", "MAJORITY").put("period", "P7D");
    }

    AskedSpecs with(String component, String value) {
      json.set(component, ModelJson.mapper().readTree(value));
      return this;
    }

    RuleSpec spec() {
      return ModelJson.mapper().treeToValue(json, AskedSpec.class).spec();
    }
  }
}
