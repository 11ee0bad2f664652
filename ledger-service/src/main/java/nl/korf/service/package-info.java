/**
 * The application: one process that takes commands, keeps the read models and answers HTTP.
 *
 * <p>Packages are features ({@code groups}, {@code mandates}, …), each flat, each with one {@code
 * …Feature} that lists its verbs; {@code kernel} turns a verb's decision into durable facts, {@code
 * web} holds what every address has in common, {@code identity} knows who asks, {@code host} owns
 * the folder, the embedded PostgreSQL and the command line. Which package may use which is a table
 * in {@code ArchitectureTest}.
 */
@NullMarked
package nl.korf.service;

import org.jspecify.annotations.NullMarked;
