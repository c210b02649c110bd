package org.anxin.visits;

import org.anxin.notices.Notice;
import org.anxin.patrol.Widespread;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Tells a market of a finding; one that is widespread is copied to its subdistrict (抄告属地街道). */
final class FindingNotice {
    private FindingNotice() {}

    /**
     * The notice.
     *
     * @param fresh whether the finding was made just now; else it has only become widespread
     * @param widespread null if it is not
     */
    static Notice of(SpreadRows.Row row, boolean fresh, @Nullable Widespread widespread) {
        String type = fresh ? "patrol-finding" : "patrol-finding-widespread";
        String subdistrict = widespread == null ? null : row.subdistrict();
        return Notice.of(type + '/' + row.no(), type, row.marketNo(), subdistrict, out -> {
            out.writeStringField("findingId", Long.toString(row.no()));
            out.writeStringField("patrolId", row.failure().check());
            out.writeStringField("code", row.code());
            out.writeStringField("item", row.failure().item());
            out.writeStringField("foundOn", Days.text(row.failure().on()));
            out.writeStringField("dueOn", row.dueOn());
            out.writeBooleanField("widespread", widespread != null);
            out.writeStringField("finding", "/api/v1/patrol-findings/" + row.no());
        });
    }
}
