/** Who decided and changed what: the decision log, a chain that shows every alteration, and the audit log. */
@NullMarked
package org.anxin.ledger;

import org.jspecify.annotations.NullMarked;
