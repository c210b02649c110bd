@NullMarked
package org.anxin.security;

import org.jspecify.annotations.NullMarked;
