package nl.korf.service.host;

/**
 * Where the ledger's facts are kept.
 *
 * @param url {@code jdbc:postgresql://…}
 * @param user who owns the database
 * @param password empty where the database asks for none
 */
public record Database(String url, String user, String password) {

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
