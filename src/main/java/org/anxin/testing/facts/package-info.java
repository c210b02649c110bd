/** The facts that sample rules and action rules look at; cadence rules look at {@link org.anxin.testing.Assignment}. */
@NullMarked
package org.anxin.testing.facts;

import org.jspecify.annotations.NullMarked;
