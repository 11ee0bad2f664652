package nl.korf.service.initiatives;

import java.util.List;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.Verb;
import org.springframework.stereotype.Component;

/** What can be done with initiatives. */
@Component
public final class InitiativesFeature implements Feature {

  @Override
  public List<Verb<?>> verbs() {
    return List.of(
        new ProposeInitiative.Handler(),
        new ReviseInitiative.Handler(),
        new TransferInitiative.Handler(),
        new AddParticipant.Handler(),
        new RemoveParticipant.Handler(),
        new InvolvePerson.Handler(),
        new ReleasePerson.Handler(),
        new SetMilestone.Handler(),
        new LinkInitiatives.Handler(),
        new UnlinkInitiatives.Handler(),
        new ChangeStage.Handler(),
        new WithdrawInitiative.Handler(),
        new RestoreInitiative.Handler());
  }
}
