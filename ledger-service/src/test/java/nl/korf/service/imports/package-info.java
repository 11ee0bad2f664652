/**
 * Tests of taking history in: what is told about a broken folder, that repeating continues, and
 * that the public sets import as they are, compared with a fold over their CSV written here anew.
 */
@NullMarked
package nl.korf.service.imports;

import org.jspecify.annotations.NullMarked;
