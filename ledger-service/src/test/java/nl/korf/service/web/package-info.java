/** What every address has in common, checked from outside. */
@NullMarked
package nl.korf.service.web;

import org.jspecify.annotations.NullMarked;
