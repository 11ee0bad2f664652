package nl.korf.service.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.projections.AsOf;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.identity.Directory;
import org.springframework.stereotype.Component;

/** What parties and powers are called; an identifier stands where there is no name. */
@Component
final class Names {

  private final BodiesView bodies;
  private final RolesView roles;
  private final GroupsView groups;
  private final PowersView powers;
  private final Directory directory;

  Names(
      BodiesView bodies,
      RolesView roles,
      GroupsView groups,
      PowersView powers,
      Directory directory) {
    this.bodies = bodies;
    this.roles = roles;
    this.groups = groups;
    this.powers = powers;
    this.directory = directory;
  }

  /** Names at one moment in one language; remembers what it looked up. */
  Spoken at(AsOf asOf, String lang) {
    return new Spoken(asOf, lang);
  }

  /** Names on one page. */
  final class Spoken {

    private final AsOf asOf;
    private final String lang;
    private final Map<Object, String> known = new HashMap<>();

    private Spoken(AsOf asOf, String lang) {
      this.asOf = asOf;
      this.lang = lang;
    }

    String of(Party party) {
      return known.computeIfAbsent(party, _ -> lookUp(party));
    }

    String of(PersonId person) {
      return of(Party.of(person));
    }

    String of(BodyId body) {
      return of(Party.of(body));
    }

    String of(PowerId power) {
      return known.computeIfAbsent(
          power,
          _ -> spoken(powers.find(asOf, power).map(held -> held.row().name()), power.value()));
    }

    private String lookUp(Party party) {
      String id = party.id();
      return switch (party.kind()) {
        case PERSON ->
            directory.find(new PersonId(id)).map(Directory.Entry::displayName).orElse(id);
        case ROLE -> spoken(roles.find(asOf, new RoleId(id)).map(held -> held.row().name()), id);
        case GROUP -> spoken(groups.find(asOf, new GroupId(id)).map(held -> held.row().name()), id);
        case BODY -> spoken(bodies.find(asOf, new BodyId(id)).map(held -> held.row().name()), id);
      };
    }

    private String spoken(Optional<LocalizedText> name, String id) {
      return name.map(text -> text.in(lang)).orElse(id);
    }
  }
}
