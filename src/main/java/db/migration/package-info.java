/** The migrations that SQL cannot do alone; the others are files of the same place among the resources. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
