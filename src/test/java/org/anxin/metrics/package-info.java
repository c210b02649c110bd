@org.jspecify.annotations.NullMarked
package org.anxin.metrics;
