package org.anxin.api;

import java.io.IOException;
import java.math.BigDecimal;
import org.anxin.admission.Outcome;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/batches/{id}/settlement}.
 *
 * @param decision number of the decision that is settled
 * @param outcome {@code ADMIT} or {@code REJECT}
 */
record VerdictRequest(int decision, Outcome outcome, String reason) {
    private static final Fields FIELDS =
            Fields.of("decision", "outcome", "reason").requiring("decision", "outcome", "reason");
    private static final Bilingual NUMBER = new Bilingual("判定的序号（大于零的整数）", "the number of a decision, above zero");
    private static final Bilingual OUTCOMES = new Bilingual("“ADMIT”或“REJECT”", "\"ADMIT\" or \"REJECT\"");
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The verdict at which {@code in} stands, or null if mistakes were reported. */
    static @Nullable VerdictRequest read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        BigDecimal decision = null;
        String outcome = null;
        String reason = null;
        while (in.next()) {
            switch (in.field()) {
                case "decision" -> decision = in.decimal();
                case "outcome" -> outcome = in.filledText();
                default -> reason = in.filledText();
            }
        }
        if (decision != null && !isNumber(decision)) {
            in.report("decision", ErrorCode.WRONG_TYPE, NUMBER);
        }
        if (outcome != null && !outcome.equals("ADMIT") && !outcome.equals("REJECT")) {
            in.report("outcome", ErrorCode.WRONG_TYPE, OUTCOMES);
        }
        return decision == null || outcome == null || reason == null || !in.clean()
                ? null
                : new VerdictRequest(decision.intValueExact(), Outcome.valueOf(outcome), reason);
    }

    private static boolean isNumber(BigDecimal decision) {
        return decision.stripTrailingZeros().scale() <= 0 && decision.signum() > 0 && decision.compareTo(MOST) <= 0;
    }
}
