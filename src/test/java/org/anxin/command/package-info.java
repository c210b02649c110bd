@NullMarked
package org.anxin.command;

import org.jspecify.annotations.NullMarked;
