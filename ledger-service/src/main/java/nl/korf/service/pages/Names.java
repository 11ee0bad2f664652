package nl.korf.service.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.projections.AsOf;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.identity.Directory;
import org.springframework.stereotype.Component;

/** What parties and powers are called; an identifier stands where there is no name. */
@Component
public final class Names {

  private final BodiesView bodies;
  private final RolesView roles;
  private final GroupsView groups;
  private final PowersView powers;
  private final MandatesView mandates;
  private final InitiativesView initiatives;
  private final Directory directory;
  private final Words words;

  Names(
      BodiesView bodies,
      RolesView roles,
      GroupsView groups,
      PowersView powers,
      MandatesView mandates,
      InitiativesView initiatives,
      Directory directory,
      Words words) {
    this.bodies = bodies;
    this.roles = roles;
    this.groups = groups;
    this.powers = powers;
    this.mandates = mandates;
    this.initiatives = initiatives;
    this.directory = directory;
    this.words = words;
  }

  /** Names at one moment in one language; remembers what it looked up. */
  public Spoken at(AsOf asOf, String lang) {
    return new Spoken(asOf, lang);
  }

  /** Names on one page. */
  public final class Spoken {

    private final AsOf asOf;
    private final String lang;
    private final Map<Object, Said> known = new HashMap<>();

    private Spoken(AsOf asOf, String lang) {
      this.asOf = asOf;
      this.lang = lang;
    }

    /** Looks several up together, one question for each sort, so that each is known afterwards. */
    public void prepare(Collection<Party> parties, Collection<PowerId> asked) {
      List<RoleId> ofRoles = ids(parties, Party.Kind.ROLE, RoleId::new);
      if (!ofRoles.isEmpty()) {
        roles
            .found(asOf, ofRoles)
            .forEach(held -> know(Party.of(held.row().role()), held.row().name()));
      }
      List<GroupId> ofGroups = ids(parties, Party.Kind.GROUP, GroupId::new);
      if (!ofGroups.isEmpty()) {
        groups
            .found(asOf, ofGroups)
            .forEach(held -> know(Party.of(held.row().group()), held.row().name()));
      }
      List<BodyId> ofBodies = ids(parties, Party.Kind.BODY, BodyId::new);
      if (!ofBodies.isEmpty()) {
        bodies
            .found(asOf, ofBodies)
            .forEach(held -> know(Party.of(held.row().body()), held.row().name()));
      }
      List<PersonId> persons = ids(parties, Party.Kind.PERSON, PersonId::new);
      directory
          .names(persons)
          .forEach((person, name) -> known.put(Party.of(person), Said.plain(name)));
      if (!asked.isEmpty()) {
        powers
            .found(asOf, asked.stream().distinct().toList())
            .forEach(held -> know(held.row().power(), held.row().name()));
      }
    }

    private void know(Object what, LocalizedText name) {
      known.put(what, Said.of(name, lang));
    }

    private static <T> List<T> ids(
        Collection<Party> parties, Party.Kind kind, Function<String, T> id) {
      return parties.stream()
          .filter(party -> party.kind() == kind)
          .map(Party::id)
          .distinct()
          .map(id)
          .toList();
    }

    public Said of(Party party) {
      return known.computeIfAbsent(party, _ -> lookUp(party));
    }

    public Said of(PersonId person) {
      return of(Party.of(person));
    }

    public Said of(BodyId body) {
      return of(Party.of(body));
    }

    public Said of(PowerId power) {
      return known.computeIfAbsent(
          power,
          _ -> spoken(powers.find(asOf, power).map(held -> held.row().name()), power.value()));
    }

    public Said of(InitiativeId initiative) {
      return known.computeIfAbsent(
          initiative,
          _ ->
              spoken(
                  initiatives.find(asOf, initiative).map(held -> held.row().title()),
                  initiative.value()));
    }

    /** Who holds a mandate; its identifier where nothing is known of it. */
    public Said holderOf(String mandate) {
      return mandates
          .standing(asOf, new MandateId(mandate))
          .map(standing -> of(standing.mandate().row().terms().holder()))
          .orElseGet(() -> Said.plain(mandate));
    }

    /** A text of the ledger. */
    public Said say(LocalizedText text) {
      return Said.of(text, lang);
    }

    /** A word an organisation uses as a code. */
    public Said word(String code) {
      return words.in(lang, code);
    }

    private Said lookUp(Party party) {
      String id = party.id();
      return switch (party.kind()) {
        case PERSON ->
            Said.plain(
                directory.find(new PersonId(id)).map(Directory.Entry::displayName).orElse(id));
        case ROLE -> spoken(roles.find(asOf, new RoleId(id)).map(held -> held.row().name()), id);
        case GROUP -> spoken(groups.find(asOf, new GroupId(id)).map(held -> held.row().name()), id);
        case BODY -> spoken(bodies.find(asOf, new BodyId(id)).map(held -> held.row().name()), id);
      };
    }

    private Said spoken(Optional<LocalizedText> name, String id) {
      return name.map(text -> Said.of(text, lang)).orElseGet(() -> Said.plain(id));
    }
  }
}
