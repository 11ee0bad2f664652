/**
 * Functions (roles) and who holds them when. Competence follows the appointment (rule M13), so an
 * appointment is a period of its own and never starts before it is recorded.
 */
@NullMarked
package nl.korf.service.roles;

import org.jspecify.annotations.NullMarked;
