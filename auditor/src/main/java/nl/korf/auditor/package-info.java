/** The auditor's tool: its commands, what they print and how they end. */
@NullMarked
package nl.korf.auditor;

import org.jspecify.annotations.NullMarked;
