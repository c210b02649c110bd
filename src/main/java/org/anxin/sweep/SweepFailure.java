package org.anxin.sweep;

import org.anxin.text.Bilingual;

/** Why a run failed. */
public enum SweepFailure {
    /** The database counted more or fewer people than were decided. */
    PEOPLE_MISSED(
            "登记人数与判定人数加错误数不符，名单不完整，请勿使用；原因查明后请重新运行。",
            "The people registered are not those decided plus the errors. Its lists are not complete, do not use them; find"
                    + " the cause and run again."),
    /** A shard failed again and again. */
    SHARD_FAILED(
            "部分人员多次处理失败，原因已记入服务器日志；排除后请重新运行。",
            "A part of the people failed again and again; the cause is in the server's log. Remove it and run again.");

    private final Bilingual message;

    SweepFailure(String zh, String en) {
        this.message = new Bilingual(zh, en);
    }

    /** What happened, and what to do. */
    public Bilingual message() {
        return message;
    }
}
