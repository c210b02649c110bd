package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anxin.policy.Policy;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.jspecify.annotations.Nullable;

/**
 * A rule with other numbers, as somebody tries them.
 *
 * @param laid the rule as it stands
 * @param numbers of the rule, with what is tried in the place of each
 * @param after the changed ruleset; null if the rule cannot be changed so
 * @param wrong why it cannot
 */
record TriedChange(
        Firing laid,
        List<WrittenRule.Constant> written,
        List<WhatIfPage.TriedNumber> numbers,
        @Nullable Ruleset after,
        List<WhatIfPage.Wrong> wrong) {

    /** @param asked what was written into a field of this name; empty if nothing was */
    static TriedChange of(Ruleset ruleset, Firing laid, UnaryOperator<String> asked) {
        String id = laid.rule().id();
        List<WrittenRule.Constant> written = ruleset.written(id).numbers();
        List<WhatIfPage.TriedNumber> numbers = new ArrayList<>();
        for (WrittenRule.Constant one : written) {
            String name = "n" + (numbers.size() + 1);
            String text = asked.apply(name);
            numbers.add(new WhatIfPage.TriedNumber(
                    name, isDay(one), one.words(), one.text(), text.isEmpty() ? one.text() : text));
        }
        Rulebook.Reading reading = ruleset.rewritten(
                id, numbers.stream().map(WhatIfPage.TriedNumber::text).toList());
        List<WhatIfPage.Wrong> wrong = reading.mistakes().stream()
                .filter(Mistake::fatal)
                .map(mistake -> new WhatIfPage.Wrong(
                        field(mistake, written), null, mistake.code(), mistake.cause(), mistake.remedy()))
                .toList();
        return new TriedChange(laid, written, numbers, reading.ruleset(), wrong);
    }

    private static boolean isDay(WrittenRule.Constant one) {
        return one.kind() == WrittenRule.Kind.DATE;
    }

    private static @Nullable String field(Mistake mistake, List<WrittenRule.Constant> written) {
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).at().equals(mistake.at())) {
                return "n" + (i + 1);
            }
        }
        return null;
    }

    /** The changed policy; null if there is none. */
    @Nullable
    Policy policy() {
        return after == null ? null : Policy.of(after);
    }

    /** The lines of the rule in which numbers stand. */
    List<WhatIfPage.Line> lines(Ruleset ruleset) {
        Rule rule = laid.rule();
        List<String> text =
                ruleset.files().texts().getOrDefault(rule.file(), "").lines().toList();
        List<WhatIfPage.Line> lines = new ArrayList<>();
        int next = 0;
        while (next < written.size()) {
            int line = written.get(next).at().line();
            int first = next;
            while (next < written.size() && written.get(next).at().line() == line) {
                next++;
            }
            lines.add(new WhatIfPage.Line(parts(text.get(line - 1), first, next)));
        }
        return lines;
    }

    private List<WhatIfPage.Part> parts(String line, int first, int end) {
        List<WhatIfPage.Part> parts = new ArrayList<>();
        int at = 0;
        for (int i = first; i < end; i++) {
            WrittenRule.Constant one = written.get(i);
            int begin = line.offsetByCodePoints(0, one.at().column() - 1) + (isDay(one) ? 1 : 0);
            parts.add(new WhatIfPage.Part(
                    at == 0 ? line.substring(0, begin).stripLeading() : line.substring(at, begin), null));
            parts.add(new WhatIfPage.Part("", numbers.get(i)));
            at = begin + one.text().length();
        }
        parts.add(new WhatIfPage.Part(line.substring(at), null));
        return parts;
    }
}
