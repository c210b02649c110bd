/** The admission desk: stored batches, decided at once and again, their documents and files, passes, and recalls. */
@NullMarked
package org.anxin.desk;

import org.jspecify.annotations.NullMarked;
