/**
 * Signed notes, checkpoints and proofs as text, by the specifications of C2SP (signed-note,
 * tlog-checkpoint, tlog-cosignature, tlog-proof). Written from those, with the cryptography of the
 * JDK. Reading is strict: what could have been written in two ways is refused in all but one.
 */
@NullMarked
package nl.korf.auditor.note;

import org.jspecify.annotations.NullMarked;
