package nl.korf.service.identity;

import nl.korf.model.PersonId;
import nl.korf.service.web.WebSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may read the ledger now, asked when something is sent to them that they did not
 * come for: whoever was erased may not, and where reading is not open to all neither may who holds
 * no token any more.
 */
@Component
public final class ReadingRights {

  private final JdbcClient database;
  private final WebSettings settings;

  ReadingRights(JdbcClient database, WebSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  public boolean mayRead(PersonId person) {
    return exists("service.directory_person where person_id = ?", person)
        && (settings.reading() == WebSettings.Reading.OPEN
            || exists("service.api_token where person_id = ? and revoked_at is null", person));
  }

  private boolean exists(String rows, PersonId person) {
    return database
        .sql("select exists (select from " + rows + ")")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }
}
