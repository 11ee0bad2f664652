package nl.korf.service.web;

import nl.korf.model.Subject;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads {@code ?target=initiative:new-office}. */
@Component
final class SubjectParameter implements Converter<String, Subject> {

  @Override
  public Subject convert(String written) {
    return Subject.parse(written);
  }
}
