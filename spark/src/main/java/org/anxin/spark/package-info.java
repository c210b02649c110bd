/** The nightly sweep as a job of Apache Spark: the service's decisions, where the facts lie in a lake or fill many machines. */
@NullMarked
package org.anxin.spark;

import org.jspecify.annotations.NullMarked;
