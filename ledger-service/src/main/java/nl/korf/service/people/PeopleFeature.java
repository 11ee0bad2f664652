package nl.korf.service.people;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with people. */
@Component
public final class PeopleFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(new RegisterPerson.Handler());
  }
}
