/** Strict reading of facts from JSON and YAML: every mistake at once, with its place and remedy. */
@NullMarked
package org.anxin.json;

import org.jspecify.annotations.NullMarked;
