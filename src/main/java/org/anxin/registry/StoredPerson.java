package org.anxin.registry;

import java.util.List;
import org.anxin.testing.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person as stored, ready to be decided.
 *
 * @param no the number by which tables know the person
 * @param facts what deciding needs; words as stored, perhaps no longer declared
 * @param operatorIds the operator (经营户) of each assignment of {@code facts}, in the same order; null where none is given
 */
public record StoredPerson(long no, Person facts, List<@Nullable String> operatorIds) {}
