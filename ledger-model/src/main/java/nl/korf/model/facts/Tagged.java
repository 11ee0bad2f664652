package nl.korf.model.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the component's value (each of its values, for a list) into the fact's tags under this key,
 * by which boundaries select facts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Tagged {
  /** The tag's key, for example {@code mandate}. */
  String value();
}
