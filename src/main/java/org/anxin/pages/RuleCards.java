package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.RuleWords;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Period;
import org.anxin.testing.Terms;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;

/** Writes rules and mistakes in them as pages show them. */
final class RuleCards {
    private RuleCards() {}

    /** The rules of each file as cards, in the order of the file. */
    static List<RulesPage.Group> groups(Ruleset ruleset, int version) {
        Map<String, List<Firing>> byFile = new TreeMap<>();
        ruleset.laid()
                .forEach(laid -> byFile.computeIfAbsent(laid.rule().file(), none -> new ArrayList<>())
                        .add(laid));
        List<RulesPage.Group> groups = new ArrayList<>();
        byFile.forEach((file, laid) -> groups.add(new RulesPage.Group(
                file,
                "/rules/versions/" + version + "/files/" + file,
                "/rules/versions/" + version + "/edit/" + file,
                laid.stream()
                        .sorted((one, other) ->
                                Integer.compare(one.rule().line(), other.rule().line()))
                        .map(one -> card(one, ruleset, version))
                        .toList())));
        // Rules about people come first: they change most often.
        groups.sort((one, other) ->
                Boolean.compare(other.file().startsWith("testing/"), one.file().startsWith("testing/")));
        return groups;
    }

    /** A rule of a ruleset as a card. */
    static RulesPage.Card card(Firing laid, Ruleset ruleset, int version) {
        Rule rule = laid.rule();
        RuleWords words = ruleset.words(rule.id());
        Terms terms = laid.consequence() instanceof Terms some ? some : null;
        return new RulesPage.Card(
                rule.id(),
                rule.title(),
                words.fact(),
                words.concerns(),
                terms == null ? words.says() : terms.cadence().text(),
                terms == null
                        ? List.of()
                        : terms.windows().stream()
                                .filter(window -> !window.equals(Period.ALWAYS))
                                .map(RuleCards::window)
                                .toList(),
                rule.directive().id(),
                rule.directive().title(),
                rule.directive().url(),
                "/rules/versions/" + version + "/files/" + rule.file() + "#L" + rule.line());
    }

    private static Bilingual window(Period window) {
        if (window.to() == Days.OPEN) {
            return new Bilingual("自" + DayText.zh(window.from()) + "起", "from " + DayText.en(window.from()));
        }
        if (window.from() == Days.NONE) {
            return new Bilingual("至" + DayText.zh(window.to()) + "止", "until " + DayText.en(window.to()));
        }
        return new Bilingual(
                DayText.zh(window.from()) + "至" + DayText.zh(window.to()),
                DayText.en(window.from()) + " to " + DayText.en(window.to()));
    }

    /** Mistakes with links to their places in a version. */
    static List<RulesPage.Mistaken> mistakes(List<Mistake> mistakes, int version) {
        return mistakes.stream().map(one -> mistake(one, version)).toList();
    }

    private static RulesPage.Mistaken mistake(Mistake mistake, int version) {
        String file = mistake.at().file();
        return new RulesPage.Mistaken(
                file,
                mistake.at().line(),
                mistake.at().column(),
                mistake.fatal(),
                mistake.code(),
                mistake.cause(),
                mistake.remedy(),
                "/rules/versions/" + version + "/files/" + file + "#L"
                        + mistake.at().line());
    }
}
