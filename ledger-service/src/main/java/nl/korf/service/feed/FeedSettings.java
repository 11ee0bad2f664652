package nl.korf.service.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about events ({@code korf.feed.…}).
 *
 * @param oin organisation identification number (20 digits) of whoever runs this ledger; with it
 *     the source of events is {@code urn:nld:oin:<oin>:systeem:<system>}, as the NL GOV profile
 *     wants; without, the ledger's own URN
 * @param system the name of this ledger among the systems of that organisation
 * @param baseUrl where this ledger answers, {@code https://ledger.example.org}; without it, where
 *     whoever asks has asked
 */
@ConfigurationProperties("korf.feed")
public record FeedSettings(
    @Nullable String oin, @DefaultValue("korf") String system, @Nullable String baseUrl) {

  public FeedSettings {
    if (oin != null && !oin.matches("[0-9]{20}")) {
      throw new IllegalArgumentException("korf.feed.oin has 20 digits, not \"" + oin + "\"");
    }
    if (!system.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "korf.feed.system has 1 to 64 letters, digits, '.', '_' and '-', not \"" + system + "\"");
    }
    if (baseUrl != null && !baseUrl.matches("https?://[^/?#]+")) {
      throw new IllegalArgumentException(
          "korf.feed.base-url is like https://ledger.example.org, not \"" + baseUrl + "\"");
    }
  }
}
