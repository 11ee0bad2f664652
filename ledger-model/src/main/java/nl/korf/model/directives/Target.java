package nl.korf.model.directives;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import org.jspecify.annotations.Nullable;

/**
 * What a directive is aimed at, with what tells by which power it is decided.
 *
 * @param group the group whose decision it is, or null
 * @param act the act in question, or null where nothing says which power is used
 * @param used the mandates a decision already taken has used
 * @param organisations the body the group belongs to and the bodies above that one, nearest first
 */
public record Target(
    Subject subject,
    @Nullable GroupId group,
    @Nullable Act act,
    List<MandateId> used,
    List<BodyId> organisations) {

  public Target {
    used = List.copyOf(used);
    organisations = List.copyOf(organisations);
  }

  /** The same, where the act is known only from whoever steps in. */
  public Target about(@Nullable Act asked) {
    return act != null ? this : new Target(subject, group, asked, used, organisations);
  }
}
