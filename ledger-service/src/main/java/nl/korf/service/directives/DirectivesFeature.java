package nl.korf.service.directives;

import java.util.List;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What can be done with directives. */
@Component
@EnableConfigurationProperties(DirectiveSettings.class)
public final class DirectivesFeature implements Feature {

  private final Competence competence;
  private final ReadModels readModels;
  private final DirectiveSettings settings;

  public DirectivesFeature(
      Competence competence, ReadModels readModels, DirectiveSettings settings) {
    this.competence = competence;
    this.readModels = readModels;
    this.settings = settings;
  }

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new IssueDirective.Handler(competence, readModels, settings.holdTerm()),
        new ExtendDirective.Handler(settings.holdTerm()),
        new AnswerDirective.Handler(),
        new LiftDirective.Handler());
  }
}
