/** Tables that leave as files for people: CSV and XLSX. */
@NullMarked
package org.anxin.table;

import org.jspecify.annotations.NullMarked;
