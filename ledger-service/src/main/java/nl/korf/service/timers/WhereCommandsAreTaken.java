package nl.korf.service.timers;

import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A timer sends commands; a process that takes none would keep the row from one that does. */
final class WhereCommandsAreTaken implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return NodeRoles.of(context.getEnvironment()).has(Role.COMMANDS);
  }
}
