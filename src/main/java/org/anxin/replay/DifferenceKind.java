package org.anxin.replay;

import org.anxin.text.Bilingual;

/** Why a decision is not the same again. */
public enum DifferenceKind {
    ANSWER("同样的事实和规则得出不同的结论。", "The same facts and rules give another answer."),
    FACTS("保存的历史中找不到当时的事实。", "The stored history does not have the facts of then."),
    RULESET("当时的规则版本没有保存。", "The ruleset of then is not stored."),
    UNREADABLE("记录无法读取；请先核验日志。", "The entry cannot be read; verify the log first.");

    private final Bilingual meaning;

    DifferenceKind(String zh, String en) {
        meaning = new Bilingual(zh, en);
    }

    /** What it means. */
    public Bilingual meaning() {
        return meaning;
    }
}
