@NullMarked
package org.anxin.policy;

import org.jspecify.annotations.NullMarked;
