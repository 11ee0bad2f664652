/**
 * The ledger for other systems: every fact as an event of CloudEvents 1.0 by the NL GOV profile, to
 * be pulled page by page, waited for, or streamed; with a JSON Schema for the data of each and an
 * AsyncAPI document of all. Nothing personal travels: what is personal in a fact is read from
 * {@code /v1/facts/{position}} by who may.
 */
@NullMarked
package nl.korf.service.feed;

import org.jspecify.annotations.NullMarked;
