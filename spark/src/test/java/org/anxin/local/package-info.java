/** A way to the service's own PostgreSQL for tests and benchmarks. */
@NullMarked
package org.anxin.local;

import org.jspecify.annotations.NullMarked;
