package nl.korf.service.roles;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with roles. */
@Component
public final class RolesFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new RegisterRole.Handler(),
        new AbolishRole.Handler(),
        new AppointToRole.Handler(),
        new EndAppointment.Handler());
  }
}
