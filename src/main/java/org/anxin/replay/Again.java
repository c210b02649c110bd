package org.anxin.replay;

import java.sql.SQLException;
import java.util.List;
import org.anxin.ledger.LoggedRow;
import org.anxin.policy.Policy;

/** How the decisions of one kind of entry are made again. */
sealed interface Again permits SweptAgain, GivenAgain {
    /** Makes the decisions of an entry again; what differs. */
    List<Difference> of(LoggedRow row, Policy policy) throws SQLException;
}
