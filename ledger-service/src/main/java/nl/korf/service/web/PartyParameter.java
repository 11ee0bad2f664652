package nl.korf.service.web;

import nl.korf.model.Party;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads {@code ?holder=role:director}. */
@Component
final class PartyParameter implements Converter<String, Party> {

  @Override
  public Party convert(String written) {
    return Party.parse(written);
  }
}
