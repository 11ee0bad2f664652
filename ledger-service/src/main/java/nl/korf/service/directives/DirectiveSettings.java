package nl.korf.service.directives;

import java.time.Duration;
import nl.korf.model.directives.Effects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about directives ({@code korf.directives.…}).
 *
 * @param holdTerm how long a hold lasts where it names no end, and at most; an extension adds it
 *     once more
 */
@ConfigurationProperties("korf.directives")
public record DirectiveSettings(@DefaultValue("14d") Duration holdTerm) {

  /** As where nothing is set. */
  public static final DirectiveSettings DEFAULT = new DirectiveSettings(Effects.HOLD_TERM);

  public DirectiveSettings {
    if (!holdTerm.isPositive()) {
      throw new IllegalArgumentException(
          "korf.directives.hold-term is longer than nothing, not " + holdTerm);
    }
  }
}
