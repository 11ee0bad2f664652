/**
 * What groups want to bring about: proposed by a member of the owner group, with versioned text and
 * context along the BLOFT facets, related to others, moved through stages of the organisation's own
 * naming.
 */
@NullMarked
package nl.korf.service.initiatives;

import org.jspecify.annotations.NullMarked;
