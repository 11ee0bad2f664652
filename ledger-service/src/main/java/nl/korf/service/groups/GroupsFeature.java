package nl.korf.service.groups;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with groups. */
@Component
public final class GroupsFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new FormGroup.Handler(),
        new RenameGroup.Handler(),
        new MoveGroup.Handler(),
        new ReclassifyGroup.Handler(),
        new ArchiveGroup.Handler(),
        new RestoreGroup.Handler(),
        new DissolveGroup.Handler(),
        new AddMember.Handler(),
        new RemoveMember.Handler());
  }
}
