/**
 * A form for every command of the API, made from the command itself: what a route of {@code /v1}
 * takes, its form asks for. A form is sent through the route it stands for, so that both answer
 * alike; nothing here knows any command by name. Works without scripts.
 */
@NullMarked
package nl.korf.service.forms;

import org.jspecify.annotations.NullMarked;
