@NullMarked
package org.anxin.personal;

import org.jspecify.annotations.NullMarked;
