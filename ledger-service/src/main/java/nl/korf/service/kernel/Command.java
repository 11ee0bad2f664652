package nl.korf.service.kernel;

/**
 * What somebody asks of the ledger, in the imperative; implemented by records whose components are
 * plain values ({@code ledger-model} values, strings, numbers, instants, lists, records of them).
 *
 * <p>The record's name and its components are the canonical request: the same id with an equal
 * record from the same actor is a repeat and gets the original answer, with anything else it is
 * refused. So leave what the client left out as {@code null} and fill it in while deciding.
 */
public interface Command {}
