package nl.korf.service.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.GroupRow;
import org.jspecify.annotations.Nullable;

/** To which body a group belongs: the one it names, else that of the nearest group above it. */
public final class Organisations {

  /** Groups, or bodies, passed at most on the way up. */
  static final int UP_MAX = 64;

  private final Entities entities;

  private Organisations(Entities entities) {
    this.entities = entities;
  }

  public static Organisations in(Entities entities) {
    return new Organisations(entities);
  }

  /**
   * The body of a group and the bodies above that one, nearest first; empty where there is none.
   */
  public List<BodyId> of(GroupId group) {
    Set<GroupId> seen = new HashSet<>();
    @Nullable GroupId next = group;
    while (next != null && seen.size() < UP_MAX && seen.add(next)) {
      Optional<GroupRow> row = entities.group(next);
      BodyId organisation = row.map(GroupRow::organisation).orElse(null);
      if (organisation != null) {
        return upFrom(organisation);
      }
      next = row.map(GroupRow::parent).orElse(null);
    }
    return List.of();
  }

  private List<BodyId> upFrom(BodyId body) {
    List<BodyId> up = new ArrayList<>();
    @Nullable BodyId next = body;
    while (next != null && up.size() < UP_MAX && !up.contains(next)) {
      up.add(next);
      next = entities.body(next).map(BodyRow::parent).orElse(null);
    }
    return up;
  }
}
