package nl.korf.service.audit;

import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A process with the role, and with a folder to keep what it makes. */
final class WhereHistoryIsSigned implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    return NodeRoles.of(environment).has(Role.AUDIT)
        && environment.containsProperty("korf.audit.folder");
  }
}
