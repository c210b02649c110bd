/**
 * What happens to the service when something breaks, done to real processes: the packaged application, PostgreSQL, signals
 * ({@code docs/reliability.md}). Short in {@code mvn verify}, in full by {@code mvn verify -Pfaults}.
 */
@NullMarked
package org.anxin.faults;

import org.jspecify.annotations.NullMarked;
