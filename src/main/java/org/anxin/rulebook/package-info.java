/** Rule files: read, check, compile, ask. The only importer of Drools; knows no feature. */
@NullMarked
package org.anxin.rulebook;

import org.jspecify.annotations.NullMarked;
