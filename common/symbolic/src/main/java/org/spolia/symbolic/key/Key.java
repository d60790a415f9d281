package org.spolia.symbolic.key;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as a key of a configuration: its description, default and limits. The same annotation
 * binds YAML, checks values (see {@link Limits}) and describes them in the JSON Schema. The key is the component's name
 * in kebab-case.
 *
 * <p>The limits of a list apply to its elements.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** What the value is, with its unit. */
    String value();

    /** The key, if it is not the name of the component in kebab-case. */
    String name() default "";

    /** The option of the command line, without hyphens, if its name is not the key. */
    String flag() default "";

    /**
     * The default, as YAML. Without it and {@link #sameAs}, the record's constant {@code DEFAULT} gives the default. If
     * that is missing too, the key is required.
     */
    String byDefault() default "";

    /** The name of an earlier component whose value is the default. */
    String sameAs() default "";

    double atLeast() default Double.NEGATIVE_INFINITY;

    double above() default Double.NEGATIVE_INFINITY;

    double atMost() default Double.POSITIVE_INFINITY;

    double below() default Double.POSITIVE_INFINITY;

    /**
     * Whether canonical JSON leaves out the default. Required for a key that is added to a record whose text enters
     * ids, so that configurations without the key keep their ids.
     */
    boolean laterAdded() default false;

    /** Whether results do not depend on it. Canonical JSON, and with it ids, always leave it out. */
    boolean withoutEffect() default false;

    /** The least number of elements of a list. */
    int minItems() default 0;

    /** Whether the elements of a list must differ. */
    boolean distinct() default false;

    /** A regular expression that a text must match as a whole; empty for any text. */
    String pattern() default "";

    /** The description of {@link #pattern} in words. */
    String patternInWords() default "";
}
