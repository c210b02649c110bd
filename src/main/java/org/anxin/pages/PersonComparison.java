package org.anxin.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Words;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Puts two decisions about a person side by side. */
final class PersonComparison {
    private static final Bilingual STATUS = new Bilingual("状态", "Status");
    private static final Bilingual DUE = new Bilingual("最迟采样日", "Sample by");
    private static final Bilingual ACTION = new Bilingual("处置", "Action");
    private static final Bilingual NO_DAY = new Bilingual("无", "none");

    private final Words words;

    PersonComparison(Words words) {
        this.words = words;
    }

    /** Two obligations are the same where rule, assignment and the beginning of the rule's window agree. */
    private record Reason(Rule rule, Assignment assignment, int from) {
        static Reason of(Obligation one) {
            return new Reason(one.duty().rule(), one.assignment(), one.from());
        }
    }

    /** The lines of both, the decision first. */
    List<Comparison.Line> lines(PersonDecision before, PersonDecision after) {
        List<Comparison.Line> lines = new ArrayList<>();
        lines.add(line(STATUS, status(before), status(after)));
        lines.add(line(DUE, Comparison.Cell.of(day(before.dueOn())), Comparison.Cell.of(day(after.dueOn()))));
        lines.add(line(ACTION, action(before.action()), action(after.action())));
        Set<Reason> reasons = new LinkedHashSet<>();
        before.obligations().forEach(one -> reasons.add(Reason.of(one)));
        after.obligations().forEach(one -> reasons.add(Reason.of(one)));
        reasons.forEach(reason -> lines.add(new Comparison.Line(
                what(reason),
                reason.rule().id(),
                reason.rule().directive().title(),
                obligation(before, reason),
                obligation(after, reason))));
        return lines;
    }

    private static Comparison.Line line(Bilingual what, Comparison.Cell before, Comparison.Cell after) {
        return new Comparison.Line(what, null, null, before, after);
    }

    private Bilingual what(Reason reason) {
        Bilingual title = reason.rule().title();
        Bilingual category =
                PeopleLists.word(words, "category", reason.assignment().category());
        String market = reason.assignment().marketId();
        return new Bilingual(
                title.zh() + "（" + market + "，" + category.zh() + "）",
                title.en() + " (" + market + ", " + category.en() + ")");
    }

    private Comparison.Cell status(PersonDecision decision) {
        String code = decision.status().name();
        return new Comparison.Cell(PeopleLists.word(words, "status", code), PeopleLists.mark(code), null);
    }

    private static Comparison.Cell action(Action action) {
        return Comparison.Cell.of(
                switch (action) {
                    case NONE -> new Bilingual("无", "none");
                    case WARN -> new Bilingual("预警", "warn the market");
                    case SUSPEND -> new Bilingual("暂停经营", "suspend");
                    case BLOCK -> new Bilingual("禁止入场", "block");
                });
    }

    private Comparison.@Nullable Cell obligation(PersonDecision decision, Reason reason) {
        return decision.obligations().stream()
                .filter(one -> Objects.equals(Reason.of(one), reason))
                .findFirst()
                .map(this::obligation)
                .orElse(null);
    }

    private Comparison.Cell obligation(Obligation one) {
        String code = one.status().name();
        Bilingual status = PeopleLists.word(words, "status", code);
        Bilingual due = day(one.dueOn());
        return new Comparison.Cell(
                one.dueOn() == Days.NONE
                        ? status
                        : new Bilingual(status.zh() + "，" + due.zh(), status.en() + ", " + due.en()),
                PeopleLists.mark(code),
                one.explanation());
    }

    private static Bilingual day(int day) {
        return day == Days.NONE ? NO_DAY : new Bilingual(DayText.zh(day), DayText.en(day));
    }
}
