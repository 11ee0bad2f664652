package nl.korf.service.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every key a ledger ever signed with, in the database; the present one last. */
final class Keys {

  private Keys() {}

  static List<VerifierKey> all(JdbcClient database) {
    return database
        .sql("select verifier from audit.signing_key order by number")
        .query((row, _) -> VerifierKey.parse(row.getString(1)))
        .list();
  }

  /** From now on the ledger signs with this one; nothing happens where it does already. */
  static void add(JdbcClient database, VerifierKey key, Instant now) {
    database
        .sql(
            "insert into audit.signing_key (verifier, since) values (?, ?)"
                + " on conflict (verifier) do nothing")
        .param(key.toString())
        .param(Progress.moment(now))
        .update();
  }
}
