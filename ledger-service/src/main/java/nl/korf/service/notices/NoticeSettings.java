package nl.korf.service.notices;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.RoleId;
import nl.korf.model.notices.RecipientRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about notices ({@code korf.notices.…}).
 *
 * @param auditors roles whose holders hear of every fact about mandates and directives
 */
@ConfigurationProperties("korf.notices")
record NoticeSettings(@DefaultValue List<String> auditors) {

  RecipientRules rules() {
    Set<RoleId> roles =
        auditors.stream()
            .map(role -> new RoleId(role.strip()))
            .collect(Collectors.toUnmodifiableSet());
    return new RecipientRules(roles);
  }
}
