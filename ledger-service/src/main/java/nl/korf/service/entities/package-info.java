/**
 * What the ledger says about one person, body, role, group, power, mandate or initiative, as a verb
 * may rely on it: sourced through the command's boundary, folded by the same rules as the read
 * models, and asked at the moment of deciding.
 *
 * <p>Also who may act for whom ({@link nl.korf.service.entities.Standing}) and the list in which a
 * verb collects all that is wrong ({@link nl.korf.service.entities.Reasons}). It knows no verb, no
 * address and no read model.
 */
@NullMarked
package nl.korf.service.entities;

import org.jspecify.annotations.NullMarked;
