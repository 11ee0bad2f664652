package nl.korf.service.founding;

/**
 * The ledger of this application.
 *
 * @param urn in every header
 * @param name as shown to people
 * @param example whether it was marked an example at birth
 */
public record Ledger(String urn, String name, boolean example) {}
