/** The command line: what can be done with rule files without a running service. */
@NullMarked
package org.anxin.command;

import org.jspecify.annotations.NullMarked;
