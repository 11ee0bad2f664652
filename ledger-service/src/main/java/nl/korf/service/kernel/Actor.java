package nl.korf.service.kernel;

import java.util.Optional;
import java.util.Set;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: stored with every fact as {@code person:…}, {@code registrar:…} or {@code system:…}.
 *
 * @param name as stored
 * @param person the person bound to the identity, where there is one
 * @param rights what the identity may do beside what everybody may
 */
public record Actor(String name, @Nullable PersonId person, Set<Right> rights) {

  /** What not everybody may. */
  public enum Right {
    /** Register people, bodies, roles and powers; import history; issue tokens. */
    REGISTER,
    /** Rebuild read models, see the health of the installation. */
    OPERATE,
    /** Read the personal parts of facts and the directory in full. */
    READ_PERSONAL
  }

  public Actor {
    rights = Set.copyOf(rights);
  }

  /** A person without further rights. */
  public static Actor of(PersonId person) {
    return new Actor("person:" + person, person, Set.of());
  }

  /** A registrar with every right. */
  public static Actor registrar(String name) {
    return new Actor("registrar:" + name, null, Set.of(Right.values()));
  }

  /** The ledger itself: founding, timers. */
  public static Actor system(String name) {
    return new Actor("system:" + name, null, Set.of(Right.values()));
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** Goes on only with this right; throws {@link NotAllowed} without. */
  public void require(Right right) {
    if (!may(right)) {
      throw new NotAllowed(this, right);
    }
  }

  public Optional<PersonId> boundPerson() {
    return Optional.ofNullable(person);
  }

  @Override
  public String toString() {
    return name;
  }
}
