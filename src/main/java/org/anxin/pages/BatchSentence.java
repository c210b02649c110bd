package org.anxin.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.Settlement;
import org.anxin.desk.StoredBatch;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;

/** How a batch stands and why, in one sentence. */
final class BatchSentence {
    private static final int MOST_NAMED = 3;

    private BatchSentence() {}

    /** @param faults of the newest decision */
    static Bilingual of(StoredBatch batch, List<FoundFault> faults) {
        MadeDecision decision = batch.decision();
        Settlement settled = decision.settlement();
        return switch (batch.state()) {
            case ADMITTED ->
                settled == null
                        ? new Bilingual(
                                DayText.zh(decision.asOf()) + "判定准入：凭证齐全、内容一致，规则未发现问题。",
                                "Admitted as of " + DayText.en(decision.asOf())
                                        + ": the documents are complete and agree, the rules found nothing wrong.")
                        : new Bilingual(
                                "人工复核准入：" + settled.reason(), "Admitted by a person, because: " + settled.reason());
            case REVIEW ->
                named(faults, new Bilingual("待人工复核，规则留给人判断的问题：", "Waits for a person, to whom the rules leave: "));
            case REJECTED ->
                settled == null
                        ? named(faults, new Bilingual("不得入场，规则发现的问题：", "May not enter; the rules found: "))
                        : new Bilingual(
                                "人工复核后不得入场：" + settled.reason(), "Refused by a person, because: " + settled.reason());
            case RECALLED ->
                new Bilingual(
                        "已召回：有凭证被认定为虚假，重新判定前不得销售。",
                        "Recalled: a document was found false; nothing of it may be sold until it is decided again.");
        };
    }

    private static Bilingual named(List<FoundFault> faults, Bilingual begin) {
        List<Bilingual> names = faults.stream().map(FoundFault::name).distinct().toList();
        int more = names.size() - MOST_NAMED;
        String zh = names.stream().limit(MOST_NAMED).map(Bilingual::zh).collect(Collectors.joining("、"));
        String en = names.stream().limit(MOST_NAMED).map(Bilingual::en).collect(Collectors.joining("; "));
        return new Bilingual(
                begin.zh() + zh + (more > 0 ? "等 " + names.size() + " 类" : "") + "。",
                begin.en() + en + (more > 0 ? "; and " + more + " more" : "") + ".");
    }
}
