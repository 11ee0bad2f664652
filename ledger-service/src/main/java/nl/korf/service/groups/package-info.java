/**
 * Working groups, teams and committees, nested, and their members over time. Who leads a group
 * decides who is a member; the registrar can do so too.
 */
@NullMarked
package nl.korf.service.groups;

import org.jspecify.annotations.NullMarked;
