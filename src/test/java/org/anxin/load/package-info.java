@NullMarked
package org.anxin.load;

import org.jspecify.annotations.NullMarked;
