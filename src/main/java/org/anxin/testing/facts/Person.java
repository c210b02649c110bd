package org.anxin.testing.facts;

/**
 * A person, as action rules see one.
 *
 * @param status the person's status, for example {@code BLOCKED}
 */
public record Person(String status) {}
