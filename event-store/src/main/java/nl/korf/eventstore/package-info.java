/**
 * An event store for Axon 5 on PostgreSQL with dynamic consistency boundaries. It knows no domain.
 *
 * <p>It owns the schema {@code ledger}: every fact ever recorded, its tags, its erasable personal
 * part, and the command ids that led to facts. {@link nl.korf.eventstore.PgEventStorageEngine} is
 * the way in; {@link nl.korf.eventstore.FactLog} and {@link nl.korf.eventstore.HeadSignal} are the
 * way out, for readers that never write.
 *
 * <p>It promises: an acknowledged fact is durable; positions are 1, 2, 3 … without a gap and in
 * commit order; an append whose boundary has changed is refused; a command id leads to facts at
 * most once, on any number of nodes; the bytes that were written and hashed are the bytes that are
 * read; nothing but an erasure removes a byte.
 *
 * <p>It refuses to know what a fact means, who may write one, and what a projection makes of it.
 * Payloads pass through a {@link nl.korf.eventstore.FactCodec}; the only metadata it reads is named
 * in {@link nl.korf.eventstore.FactMetadata}.
 */
@NullMarked
package nl.korf.eventstore;

import org.jspecify.annotations.NullMarked;
