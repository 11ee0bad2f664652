package nl.korf.service.feed;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Where this ledger answers, for addresses that leave it. */
@Component
final class Addresses {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final FeedSettings settings;

  Addresses(FeedSettings settings) {
    this.settings = settings;
  }

  /** As the operator says, else as the request was sent; without a slash at the end. */
  String of(HttpServletRequest request) {
    String set = settings.baseUrl();
    if (set != null) {
      return set;
    }
    int port = request.getServerPort();
    String where = request.getScheme() + "://" + request.getServerName();
    return port == HTTP || port == HTTPS ? where : where + ":" + port;
  }
}
