/** What the service measures about itself, for Prometheus; the list is docs/operations/metrics.md. */
@NullMarked
package org.anxin.metrics;

import org.jspecify.annotations.NullMarked;
