package org.anxin.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.anxin.json.InputError;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What the page says beside or instead of a comparison. */
final class WhatIfNotice {
    static final Bilingual CHOOSE = new Bilingual("请先选择一条规则。", "Choose a rule first.");
    static final Bilingual NO_NUMBER = new Bilingual(
            "这条规则里没有数字和日期；其他改动请在编辑器中进行。",
            "There is no number and no day in this rule; make other changes in the editor.");
    static final Bilingual OTHER_FACTS = new Bilingual(
            "这条规则判定的是市场或巡查，而这里只能试人员和货物批次；请用案例检验。",
            "This rule decides about markets or patrols, and only people and batches can be tried here; use cases instead.");
    static final Bilingual NAME =
            new Bilingual("填写人员编号，即可看到改动前后的判定。", "Write the id of a person to see both decisions.");
    static final Bilingual PASTE =
            new Bilingual("粘贴人员或批次的事实，即可看到改动前后的判定。", "Paste the facts of people or batches to see both decisions.");
    static final Bilingual MEND = new Bilingual("请先改正标出的各处。", "Correct what is marked first.");
    static final Bilingual NOBODY = new Bilingual("没有登记这个编号的人员。", "Nobody is registered under this id.");
    static final Bilingual UNASSIGNED =
            new Bilingual("此人没有登记的岗位，无可判定。", "No assignment of this person is known, so there is nothing to decide.");
    static final Bilingual NO_DAY = new Bilingual("请填写日期，例如 2022-04-07。", "Enter a day, such as 2022-04-07.");

    private WhatIfNotice() {}

    /** What a change does, in a sentence. */
    static Bilingual summary(String id, List<Comparison.Line> lines) {
        List<Comparison.Line> changed =
                lines.stream().filter(Comparison.Line::isDifferent).toList();
        if (changed.isEmpty()) {
            return new Bilingual(id + "：判定不变。", id + ": the decision stays the same.");
        }
        List<Comparison.Line> decision =
                changed.stream().filter(line -> line.rule() == null).toList();
        if (decision.isEmpty()) {
            return new Bilingual(id + "：结论不变，依据有变。", id + ": the decision stays, its reasons change.");
        }
        return new Bilingual(
                decision.stream().map(WhatIfNotice::zh).collect(Collectors.joining("；", id + "：", "。")),
                decision.stream().map(WhatIfNotice::en).collect(Collectors.joining("; ", id + ": ", ".")));
    }

    private static String zh(Comparison.Line line) {
        return line.what().zh() + "由“" + text(line.before()).zh() + "”变为“"
                + text(line.after()).zh() + "”";
    }

    private static String en(Comparison.Line line) {
        return line.what().en() + " " + text(line.before()).en() + " becomes "
                + text(line.after()).en();
    }

    /** The decision itself is on both sides. */
    private static Bilingual text(Comparison.@Nullable Cell cell) {
        return cell == null ? new Bilingual("无", "none") : cell.text();
    }

    /** A mistake in pasted facts, as the evaluate endpoint names it. */
    static WhatIfPage.Wrong wrong(InputError error) {
        String pointer = error.pointer().isEmpty() ? "/" : error.pointer();
        Bilingual place = error.line() == 0
                ? new Bilingual(pointer, pointer)
                : new Bilingual(
                        pointer + "（第 " + error.line() + " 行第 " + error.column() + " 列）",
                        pointer + " (line " + error.line() + ", column " + error.column() + ")");
        return new WhatIfPage.Wrong("facts", place, error.code().name(), error.message(), null);
    }
}
