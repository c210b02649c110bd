/** Files that people hand in: photos, still images, certificates. Stored by content, outside of whatever is served. */
@NullMarked
package org.anxin.files;

import org.jspecify.annotations.NullMarked;
