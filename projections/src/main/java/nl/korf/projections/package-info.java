/**
 * The read models: what the ledger knows, as rows that answer a question about any moment with one
 * indexed query.
 *
 * <p>Owns the followers that fold the facts of the log into bitemporal rows (known {@code [from,
 * until)} in positions, in force {@code [from, until)} in time), one follower per read model; the
 * tables of every generation; the hash of the view at every position; and building a generation
 * anew beside the one that answers. {@link nl.korf.projections.Projections} is the way in; the
 * packages below read what is written here, one package per read model.
 *
 * <p>Promises: rows and the position they stand for are written in one transaction, so a follower
 * that dies anywhere goes on exactly where it was; a fact that cannot be folded stops its read
 * model at that position, visibly, and is never passed over; of several nodes one writes a
 * generation.
 *
 * <p>Refuses to know what a fact means: that is {@link nl.korf.model.view}.
 */
@NullMarked
package nl.korf.projections;

import org.jspecify.annotations.NullMarked;
