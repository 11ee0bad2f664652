package nl.korf.service.identity;

import java.util.List;
import nl.korf.service.host.StartNotice;
import nl.korf.service.web.WebSettings;
import org.springframework.stereotype.Component;

/** Tells the registrar's token at the first start of a ledger, and never again. */
@Component
final class FirstToken implements StartNotice {

  private final Tokens tokens;
  private final WebSettings settings;

  FirstToken(Tokens tokens, WebSettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  @Override
  public List<String> lines() {
    if (settings.example()) {
      return List.of("an example ledger: pick a person at /sign-in");
    }
    return tokens
        .issueFirst()
        .map(issued ->
            List.of(
                "API token of the registrar, shown this once: " + issued.secret(),
                "send it as 'Authorization: Bearer …', or sign in with it at /sign-in"))
        .orElse(List.of());
  }
}
