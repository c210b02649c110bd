/** Names, identity numbers and phones: sealed where they are kept, found by a keyed hash (docs/adr/0011-personal-data.md). */
@NullMarked
package org.anxin.personal;

import org.jspecify.annotations.NullMarked;
