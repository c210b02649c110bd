package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.json.CivilDay;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.TestingVocabulary;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Tries other numbers of a rule on a stored person or on pasted facts. */
@Singleton
class WhatIfReading {
    static final String PATH = "/rules/what-if";

    private final DeskReading desk;
    private final ActivePolicy activePolicy;
    private final ComparisonReading comparisons;
    private final Pages pages;

    WhatIfReading(DeskReading desk, ActivePolicy activePolicy, ComparisonReading comparisons, Pages pages) {
        this.desk = desk;
        this.activePolicy = activePolicy;
        this.comparisons = comparisons;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param isPasted whether facts are pasted, or else a stored person is meant
     * @param asked what was written into a field of this name; empty if nothing was
     */
    WhatIfPage of(boolean isPasted, UnaryOperator<String> asked) throws SQLException {
        Policy policy = activePolicy.current();
        String written = asked.apply("day");
        int day = written.isEmpty() ? pages.today() : CivilDay.ofDate(written);
        TriedChange change = change(policy.ruleset(), asked);
        List<WhatIfPage.Wrong> wrong = new ArrayList<>(change == null ? List.of() : change.wrong());
        if (day == Days.NONE) {
            wrong.add(new WhatIfPage.Wrong("day", null, null, WhatIfNotice.NO_DAY, null));
        }
        String facts = asked.apply(isPasted ? "facts" : "person");
        ComparisonReading.Found found = wrong.isEmpty()
                ? compared(policy, change, isPasted, facts, day)
                : ComparisonReading.Found.nothing(WhatIfNotice.MEND);
        wrong.addAll(found.wrong());
        return new WhatIfPage(
                choices(policy.ruleset()),
                change == null ? null : tried(policy.ruleset(), change),
                isPasted,
                written.isEmpty() ? Days.text(day) : written,
                asked.apply("person"),
                asked.apply("facts"),
                day,
                wrong,
                found.compared(),
                found.notice(),
                found.more());
    }

    private ComparisonReading.Found compared(
            Policy policy, @Nullable TriedChange change, boolean isPasted, String facts, int day) throws SQLException {
        if (change == null) {
            return ComparisonReading.Found.nothing(WhatIfNotice.CHOOSE);
        }
        Policy changed = change.policy();
        if (change.numbers().isEmpty() || changed == null) {
            return ComparisonReading.Found.nothing(WhatIfNotice.NO_NUMBER);
        }
        if (!isTried(change.laid().rule().file())) {
            return ComparisonReading.Found.nothing(WhatIfNotice.OTHER_FACTS);
        }
        if (facts.isBlank()) {
            return ComparisonReading.Found.nothing(isPasted ? WhatIfNotice.PASTE : WhatIfNotice.NAME);
        }
        ComparisonReading.Between between = new ComparisonReading.Between(policy, changed, day);
        return isPasted ? comparisons.pasted(facts, between) : comparisons.stored(facts, between);
    }

    private static @Nullable TriedChange change(Ruleset ruleset, UnaryOperator<String> asked) {
        String id = asked.apply("rule");
        if (id.isEmpty()) {
            return null;
        }
        Firing laid = ruleset.laid().stream()
                .filter(one -> one.rule().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PageException(PageError.NOT_FOUND));
        return TriedChange.of(ruleset, laid, asked);
    }

    /** Rules with numbers, on people and batches: these are the facts that can be tried here. */
    private static List<WhatIfPage.Choices> choices(Ruleset ruleset) {
        return RuleCards.groups(ruleset, 0).stream()
                .filter(group -> isTried(group.file()))
                .map(group -> new WhatIfPage.Choices(
                        group.file(),
                        group.cards().stream()
                                .filter(RulesPage.Card::hasNumbers)
                                .toList()))
                .filter(choices -> !choices.rules().isEmpty())
                .toList();
    }

    private static boolean isTried(String file) {
        return file.startsWith(TestingVocabulary.VOCABULARY.name() + "/")
                || file.startsWith(AdmissionVocabulary.VOCABULARY.name() + "/");
    }

    private WhatIfPage.Tried tried(Ruleset ruleset, TriedChange change) throws SQLException {
        int version = desk.number(ruleset.id());
        String file = change.laid().rule().file();
        String id = change.laid().rule().id();
        Ruleset after = change.after();
        return new WhatIfPage.Tried(
                RuleCards.card(change.laid(), ruleset, version),
                after == null
                        ? null
                        : after.laid().stream()
                                .filter(one -> one.rule().id().equals(id))
                                .map(one -> RuleCards.card(one, after, version))
                                .findFirst()
                                .orElseThrow(),
                change.lines(ruleset),
                "/rules/versions/" + version + "/edit/" + file);
    }
}
