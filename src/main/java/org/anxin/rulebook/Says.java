package org.anxin.rulebook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that rule authors may call in a consequence: a verb, or a word of a phrase. Nothing without this annotation
 * can be called. Its parameters are {@code int} (annotated {@link Between} or {@link Day}), {@code String} (annotated
 * {@link OneOf} or {@link Among}) or the result of another phrase.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Says {
    /** What it means, in Chinese. */
    String zh();

    /** What it means, in English. */
    String en();

    /** The range of a whole number that authors write. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Between {
        /** Least allowed. */
        int min();

        /** Greatest allowed. */
        int max();
    }

    /** An epoch day that authors write as {@code "2022-04-05"}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Day {}

    /** A word of this kind, declared in {@code words.yaml}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface OneOf {
        /** The kind of word. */
        String value();
    }

    /** One of these texts, which are part of the HTTP contract and not for staff to add to. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Among {
        /** The texts. */
        String[] value();
    }
}
