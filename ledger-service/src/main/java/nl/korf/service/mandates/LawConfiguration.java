package nl.korf.service.mandates;

import java.util.List;
import nl.korf.model.invariants.Laws;
import nl.korf.model.invariants.RuleSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The law that mandates are granted under ({@code korf.law}, {@code awb} unless said otherwise).
 */
@Configuration(proxyBeanMethods = false)
public class LawConfiguration {

  /**
   * The rules in use.
   *
   * @throws IllegalStateException at the start, naming the laws there are, where none has the name
   */
  @Bean
  public RuleSet law(@Value("${korf.law:awb}") String name, List<OtherLaw> others) {
    try {
      return new Laws(others.stream().map(OtherLaw::rules).toList()).named(name);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException("korf.law: " + unknown.getMessage() + ".", unknown);
    }
  }
}
