package org.anxin.ledger;

import org.anxin.text.Bilingual;

/** What can be wrong with the decision log. */
public enum FlawKind {
    ALTERED("内容与哈希不符：已被改动。", "The contents do not have this hash: they were altered."),
    OUT_OF_CHAIN(
            "与前一条记录的哈希不相接：前一条被改动、删除、插入或调换。",
            "Does not follow from the entry before: that one was altered, deleted, inserted or moved."),
    MISSING("应有的记录不存在：已被删除。", "An entry that must be there is not: it was deleted."),
    UNKNOWN_CHAIN(
            "没有登记这条链：记录是插入的，或链尾被删除。", "The chain is not known: the entry was inserted, or the chain's end removed."),
    CHAIN_END("链尾与登记的不符：末尾的记录被增加或删除。", "The chain does not end where it must: entries were added or removed there."),
    FACTS("事实与其哈希不符。", "The facts do not have their hash."),
    UNREADABLE("内容无法读取。", "The contents cannot be read."),
    SEAL_ALTERED("封印与其哈希不符：已被改动。", "The seal does not have this hash: it was altered."),
    SEAL_OUT_OF_CHAIN("封印与前一个不相接。", "The seal does not follow from the one before."),
    SEALED_OTHERWISE("与封印所记的不同。", "Not what was sealed.");

    private final Bilingual meaning;

    FlawKind(String zh, String en) {
        meaning = new Bilingual(zh, en);
    }

    /** What it means. */
    public Bilingual meaning() {
        return meaning;
    }
}
