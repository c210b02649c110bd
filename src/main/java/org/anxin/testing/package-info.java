/** Is this person tested as often as the rules require? (SPEC sections 2-4). */
@NullMarked
package org.anxin.testing;

import org.jspecify.annotations.NullMarked;
