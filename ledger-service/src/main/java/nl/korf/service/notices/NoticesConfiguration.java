package nl.korf.service.notices;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.projections.Projections;
import nl.korf.projections.Reads;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notices of this node: told where it has the role that writes the read models. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticesConfiguration {

  @Bean
  Subscriptions subscriptions(DataSource dataSource, Clock clock) {
    return new Subscriptions(dataSource, clock);
  }

  @Bean(destroyMethod = "close")
  NoticeFollower noticeFollower(
      DataSource dataSource,
      FactLog log,
      Projections projections,
      Reads reads,
      NoticeSettings settings,
      ObjectProvider<Courier> couriers,
      Clock clock,
      NodeRoles roles) {
    List<Courier> all = couriers.orderedStream().toList();
    NoticeFollower follower =
        new NoticeFollower(dataSource, log, projections, reads, settings.rules(), all, clock);
    if (roles.has(Role.PROJECTIONS)) {
      follower.start();
    }
    return follower;
  }

  @Bean
  Notices notices(DataSource dataSource, NoticeFollower follower, Clock clock) {
    return new Notices(dataSource, follower, clock);
  }

  @Bean
  Why why(
      Notices notices,
      Subscriptions subscriptions,
      FactLog log,
      Reads reads,
      NoticeSettings settings) {
    return new Why(notices, subscriptions, log, reads, settings.rules());
  }

  @Bean
  Offered offered(ObjectProvider<Courier> couriers) {
    return Offered.by(couriers.orderedStream().toList());
  }
}
