package org.anxin.impact;

import org.anxin.text.Bilingual;

/** Why a preview came to no end. */
public enum ImpactFailure {
    /** The node that carried it out is gone. */
    NODE_LOST("运行它的节点已停止，或与数据库失去联系；请重新发起。", "The node that carried it out stopped or lost the database. Ask again."),
    /** The program failed. */
    CALCULATION_FAILED(
            "计算时程序出错，原因已记入服务器日志；排除后请重新发起。",
            "The calculation failed; the cause is in the server's log. Remove it and ask again.");

    private final Bilingual message;

    ImpactFailure(String zh, String en) {
        this.message = new Bilingual(zh, en);
    }

    /** What happened, and what to do. */
    public Bilingual message() {
        return message;
    }
}
