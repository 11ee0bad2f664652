package nl.korf.service.founding;

import javax.sql.DataSource;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.projections.Projections;
import nl.korf.projections.ProjectionsConfig;
import nl.korf.projections.Reads;
import nl.korf.projections.ViewHashes;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.directives.DirectivesView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.projections.roles.RolesView;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.projections.rules.RulesView;
import nl.korf.service.authority.CheckLog;
import nl.korf.service.authority.Checks;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.LedgerName;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.authority.Traces;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read side: followers, views, and what rules and addresses ask of them. */
@Configuration(proxyBeanMethods = false)
class ReadSide {

  /** Follows the ledger, or only watches what other processes make of it. */
  @Bean(destroyMethod = "close")
  Projections projections(DataSource dataSource, PgEventStorageEngine engine, NodeRoles roles) {
    Projections projections =
        new Projections(
            dataSource, engine.factLog(), engine.headSignal(), ProjectionsConfig.DEFAULT);
    if (roles.has(Role.PROJECTIONS)) {
      projections.start();
    } else {
      projections.watch();
    }
    return projections;
  }

  @Bean
  Reads reads(
      DataSource dataSource,
      PgEventStorageEngine engine,
      Projections projections,
      ProjectedView view) {
    Reads reads = new Reads(dataSource, projections::schema);
    view.over(engine, projections, reads);
    return reads;
  }

  @Bean
  ViewHashes viewHashes(DataSource dataSource, Projections projections) {
    return new ViewHashes(dataSource, projections);
  }

  @Bean
  BodiesView bodiesView(Reads reads) {
    return new BodiesView(reads);
  }

  @Bean
  DecisionsView decisionsView(Reads reads) {
    return new DecisionsView(reads);
  }

  @Bean
  DirectivesView directivesView(Reads reads) {
    return new DirectivesView(reads);
  }

  @Bean
  GroupsView groupsView(Reads reads) {
    return new GroupsView(reads);
  }

  @Bean
  InitiativesView initiativesView(Reads reads) {
    return new InitiativesView(reads);
  }

  @Bean
  MandatesView mandatesView(Reads reads) {
    return new MandatesView(reads);
  }

  @Bean
  PeopleView peopleView(Reads reads) {
    return new PeopleView(reads);
  }

  @Bean
  PowersView powersView(Reads reads) {
    return new PowersView(reads);
  }

  @Bean
  ProgrammesView programmesView(Reads reads) {
    return new ProgrammesView(reads);
  }

  @Bean
  RolesView rolesView(Reads reads) {
    return new RolesView(reads);
  }

  @Bean
  RoundsView roundsView(Reads reads) {
    return new RoundsView(reads);
  }

  @Bean
  RulesView rulesView(Reads reads) {
    return new RulesView(reads);
  }

  @Bean
  Traces traces() {
    return new Traces();
  }

  @Bean
  CheckLog checks(DataSource dataSource, Traces traces) {
    return new CheckLog(dataSource, traces);
  }

  @Bean
  LedgerName ledgerName(Ledger ledger) {
    return ledger::urn;
  }

  @Bean
  Competence competence(ReadModels readModels, Checks checks) {
    return new Competence(readModels, checks);
  }
}
