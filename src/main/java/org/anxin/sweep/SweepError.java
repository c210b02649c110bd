package org.anxin.sweep;

import org.anxin.registry.Undecidable;
import org.anxin.text.Bilingual;

/**
 * Why a person could not be decided.
 *
 * @param code stable code
 * @param message what to correct, without a value of the facts
 */
public record SweepError(String code, Bilingual message) {
    /** The engine failed; the facts may be in order. */
    static final SweepError FAILED = new SweepError(
            "DECISION_FAILED",
            new Bilingual("判定此人时程序出错，原因已记入服务器日志。", "Deciding this person failed; the cause is in the server's log."));

    static SweepError of(Undecidable undecidable) {
        return new SweepError(undecidable.name(), undecidable.message());
    }
}
