package nl.korf.service.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.korf.model.PersonId;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * API tokens: 256 random bits, shown once, kept as a SHA-256. A random secret of that length needs
 * no slow hash. A revoked token is refused everywhere within {@link #REMEMBERED}.
 */
@Component
public final class Tokens {

  /** How long a look-up is remembered, and so how long a revoked token may still be taken. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** Tokens remembered at once. */
  private static final int REMEMBERED_MAX = 10_000;

  private static final String PREFIX = "korf_";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Remembered(Optional<Actor> actor, Instant until) {}

  private final JdbcClient database;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  Tokens(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A token as listed.
   *
   * @param label what its holder calls it
   * @param person whom it is for
   */
  public record Token(
      UUID token,
      String label,
      String actor,
      @Nullable PersonId person,
      List<Right> rights,
      String issuedBy,
      Instant issuedAt,
      @Nullable Instant revokedAt) {}

  /**
   * A token at its issue: the only time its secret is known.
   *
   * @param secret what its holder sends as {@code Authorization: Bearer}; null in the answer to a
   *     repeated request
   */
  public record Issued(UUID token, String label, String actor, @Nullable String secret) {}

  /** The token of a ledger that has none yet, for its registrar; empty when there is one. */
  public Optional<Issued> issueFirst() {
    boolean some =
        database.sql("select exists (select from service.api_token)").query(Boolean.class).single();
    return some
        ? Optional.empty()
        : issue(UUID.randomUUID(), "first run", Actor.registrar("first-run"), "system:founding");
  }

  /** A new token by which its holder is this actor; empty when one has this id already. */
  Optional<Issued> issue(UUID id, String label, Actor actor, String issuedBy) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    int added =
        database
            .sql(
                """
                insert into service.api_token
                  (token_id, digest, label, actor, person_id, rights, issued_by, issued_at)
                values (:id, :digest, :label, :actor, :person, :rights, :by, :at)
                on conflict (token_id) do nothing
                """)
            .param("id", id)
            .param("digest", sha256(secret))
            .param("label", label)
            .param("actor", actor.name())
            .param("person", actor.person() == null ? null : actor.person().value())
            .param("rights", actor.rights().stream().map(Right::name).toArray(String[]::new))
            .param("by", issuedBy)
            .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .update();
    return added == 0 ? Optional.empty() : Optional.of(new Issued(id, label, actor.name(), secret));
  }

  /** Who holds this secret; empty when nobody does any more. */
  public Optional<Actor> actorOf(String secret) {
    return actorOfDigest(HexFormat.of().formatHex(sha256(secret)));
  }

  /** Who holds the secret with this hash, in hexadecimal. */
  Optional<Actor> actorOfDigest(String digest) {
    Instant now = clock.instant();
    Remembered known = remembered.get(digest);
    if (known != null && now.isBefore(known.until())) {
      return known.actor();
    }
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    Optional<Actor> actor = read(digest);
    remembered.put(digest, new Remembered(actor, now.plus(REMEMBERED)));
    return actor;
  }

  static String digestOf(String secret) {
    return HexFormat.of().formatHex(sha256(secret));
  }

  /**
   * The tokens there were, newest first, without secrets.
   *
   * @param after the last one of the piece before; null: from the newest
   */
  List<Token> list(@Nullable UUID after, int limit) {
    return database
        .sql(
            """
            select * from service.api_token
            where :after::uuid is null or (issued_at, token_id) <
              (select issued_at, token_id from service.api_token where token_id = :after::uuid)
            order by issued_at desc, token_id desc limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(Tokens::token)
        .list();
  }

  Optional<Token> find(UUID id) {
    return database
        .sql("select * from service.api_token where token_id = ?")
        .param(id)
        .query(Tokens::token)
        .optional();
  }

  /** Ends a token for good. */
  void revoke(UUID id) {
    database
        .sql(
            """
            update service.api_token set revoked_at = now()
            where token_id = ? and revoked_at is null
            """)
        .param(id)
        .update();
    remembered.clear();
  }

  private Optional<Actor> read(String digest) {
    return database
        .sql("select * from service.api_token where digest = ? and revoked_at is null")
        .param(HexFormat.of().parseHex(digest))
        .query(Tokens::token)
        .optional()
        .map(token -> new Actor(token.actor(), token.person(), Set.copyOf(token.rights())));
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    String person = row.getString("person_id");
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new Token(
        row.getObject("token_id", UUID.class),
        row.getString("label"),
        row.getString("actor"),
        person == null ? null : new PersonId(person),
        rights(row.getArray("rights")),
        row.getString("issued_by"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        revoked == null ? null : revoked.toInstant());
  }

  private static List<Right> rights(Array stored) throws SQLException {
    return Arrays.stream((Object[]) stored.getArray())
        .map(name -> Right.valueOf(String.valueOf(name)))
        .sorted()
        .collect(Collectors.toList());
  }

  private static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
