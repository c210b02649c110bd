package org.anxin.api;

import java.io.IOException;
import java.math.BigDecimal;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/v1/rulesets/{id}/shadow}.
 *
 * @param share of the calls to compare, 0 to 1
 */
record ShadowRequest(double share) {
    private static final Fields FIELDS = Fields.of("share");

    /** Without a body. */
    static final ShadowRequest ALL = new ShadowRequest(1);

    static @Nullable ShadowRequest read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        @Nullable BigDecimal share = null;
        while (in.next()) {
            share = in.decimal();
        }
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            in.report("share", ErrorCode.BAD_SHARE);
        }
        return in.clean() ? new ShadowRequest(share == null ? 1 : share.doubleValue()) : null;
    }
}
