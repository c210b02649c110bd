package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.policy.Policy;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.RuleWords;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Vocabulary;
import org.anxin.rulebook.WrittenRule;
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
        List<WrittenRule.Constant> constants = ruleset.written(rule.id()).constants();
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
                "/rules/versions/" + version + "/files/" + rule.file() + "#L" + rule.line(),
                "/rules/versions/" + version + "/edit/" + rule.file() + "#L" + rule.line(),
                constants.stream().anyMatch(constant -> constant.kind() != WrittenRule.Kind.WORD),
                terms != null,
                constants.stream().filter(RuleCards::isDocument).count() > 1);
    }

    /** A rule that asks for a document names it in its condition, and again in what follows. */
    private static boolean isDocument(WrittenRule.Constant constant) {
        return ChangeForm.DOCUMENT.equals(constant.wordKind());
    }

    /** Those that are of a kind and say a text; files of which none is left are left out. */
    static List<RulesPage.Group> chosen(List<RulesPage.Group> groups, String kind, String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return groups.stream()
                .filter(group -> kind.isEmpty() || group.file().startsWith(kind + "/"))
                .map(group -> new RulesPage.Group(
                        group.file(),
                        group.address(),
                        group.editing(),
                        group.cards().stream()
                                .filter(card -> card.says(sought, group.file()))
                                .toList()))
                .filter(group -> !group.cards().isEmpty())
                .toList();
    }

    /** The kinds of rules, each a folder. */
    static List<RulesPage.Kind> kinds(String chosen) {
        return Policy.VOCABULARIES.stream()
                .map(Vocabulary::name)
                .map(name -> new RulesPage.Kind(name, kind(name), name.equals(chosen)))
                .toList();
    }

    private static Bilingual kind(String name) {
        return switch (name) {
            case "testing" -> new Bilingual("核酸检测", "testing");
            case "admission" -> new Bilingual("进口商品准入", "admission of imported goods");
            case "onboarding" -> new Bilingual("入驻与清单", "onboarding and lists");
            case "patrol" -> new Bilingual("巡查", "patrols");
            default -> new Bilingual(name, name);
        };
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
