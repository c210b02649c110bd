/** The district of April 2022, to try the service with; nothing depends on it. */
@NullMarked
package org.anxin.demo;

import org.jspecify.annotations.NullMarked;
