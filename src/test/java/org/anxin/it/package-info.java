/** Tests that start the packaged service as its users do. */
@NullMarked
package org.anxin.it;

import org.jspecify.annotations.NullMarked;
