/** The facts as Parquet, for engines that read a lake: what the service exports, and what is generated. */
@NullMarked
package org.anxin.lake;

import org.jspecify.annotations.NullMarked;
