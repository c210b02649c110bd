/** Text in both languages, and the nearest word to a mistyped one. */
@NullMarked
package org.anxin.text;

import org.jspecify.annotations.NullMarked;
