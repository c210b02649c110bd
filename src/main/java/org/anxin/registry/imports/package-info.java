/** Many facts at once: files and lists of rows become stored facts, with a verdict for every row (SPEC section 7). */
@NullMarked
package org.anxin.registry.imports;

import org.jspecify.annotations.NullMarked;
