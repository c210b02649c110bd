@NullMarked
package org.anxin.ledger;

import org.jspecify.annotations.NullMarked;
