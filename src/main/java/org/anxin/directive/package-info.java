/** The documents that rules carry out. */
@NullMarked
package org.anxin.directive;

import org.jspecify.annotations.NullMarked;
