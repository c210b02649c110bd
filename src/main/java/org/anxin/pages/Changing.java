package org.anxin.pages;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.policy.AdjustedCases;
import org.anxin.policy.DeclaredWord;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.WindowCases;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.testing.Terms;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Makes of a form's fields the rule files that they come to. */
@Singleton
class Changing {
    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";
    private static final Bilingual WORDS_ELSEWHERE = new Bilingual(
            "words.yaml 中凭证种类不是每种一行；请在编辑器中登记。",
            "The kinds of documents do not stand in lines of their own in words.yaml; declare it in the editor.");

    private final DeskReading desk;
    private final Pages pages;

    Changing(DeskReading desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * What a change comes to.
     *
     * @param path of the file in which the rule stands afterwards
     * @param changes that were made to the rule's text, to find places again
     */
    record Changed(RuleFiles files, PolicyCheck.Result result, String path, WrittenRule.Changes changes) {}

    /** The rule changed in its place. */
    Changed inPlace(Ruleset ruleset, WrittenRule written, ChangeForm form, Map<String, String> values) {
        WrittenRule.Changes changes = numbers(written, form, values);
        String path = written.rule().file();
        RuleFiles files = ruleset.files().with(path, changes.inFile());
        return new Changed(files, desk.check(files), path, changes);
    }

    private static WrittenRule.Changes numbers(WrittenRule written, ChangeForm form, Map<String, String> values) {
        WrittenRule.Changes changes = written.changes();
        form.constants().forEach((name, constant) -> changes.constant(constant, value(values, name)));
        if (form.isWindowed()) {
            for (String day : List.of(ChangeForm.FROM, ChangeForm.TO)) {
                String value = value(values, day);
                changes.day(day, value.isEmpty() ? null : value);
            }
        }
        return changes;
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** A rule after its pattern beside it, with the cases that can be known. */
    Changed added(Ruleset ruleset, WrittenRule written, ChangeForm form, Map<String, String> values) {
        String code = values.getOrDefault(NewRuleNames.CODE, "");
        WrittenRule.Changes changes = numbers(written, form, values)
                .name(value(values, NewRuleNames.ID), value(values, NewRuleNames.SENTENCE))
                .annotation("title", value(values, NewRuleNames.TITLE))
                .annotation("directive", value(values, NewRuleNames.DIRECTIVE));
        form.words().forEach((name, word) -> {
            boolean isNew = ChangeForm.DOCUMENT.equals(word.wordKind()) && !code.isEmpty();
            written.constants().stream()
                    .filter(constant -> ChangeForm.isSame(constant, word))
                    .forEach(constant -> changes.constant(constant, isNew ? code : value(values, name)));
        });
        RuleFiles declared = declared(ruleset.files(), code, values);
        String path = path(ruleset, written, form, values);
        String there = ruleset.files().texts().get(path);
        String head = there == null ? "package rules." + folder(written).replace("/", "") + "\n" : there;
        RuleFiles files = declared.with(path, head + "\n" + changes.alone() + "\n");
        return new Changed(files, desk.check(files), path, changes);
    }

    private static RuleFiles declared(RuleFiles files, String code, Map<String, String> values) {
        if (code.isEmpty()) {
            return files;
        }
        String words = new DeclaredWord(
                        ChangeForm.DOCUMENT,
                        code,
                        value(values, NewRuleNames.CODE_ZH),
                        value(values, NewRuleNames.CODE_EN))
                .in(Objects.requireNonNull(files.texts().get(DeclaredWord.FILE)));
        return words == null ? files : files.with(DeclaredWord.FILE, words);
    }

    /** Why a new kind of document cannot be declared; null if it can, or none is. */
    static @Nullable Bilingual undeclarable(Ruleset ruleset, Map<String, String> values) {
        String code = values.getOrDefault(NewRuleNames.CODE, "");
        return !code.isEmpty() && declared(ruleset.files(), code, values).id().equals(ruleset.id())
                ? WORDS_ELSEWHERE
                : null;
    }

    private static String folder(WrittenRule written) {
        String file = written.rule().file();
        return file.substring(0, file.indexOf('/') + 1);
    }

    /** A file has one subject and one directive: what is in force for a time has its own, and so has another directive. */
    private static String path(Ruleset ruleset, WrittenRule written, ChangeForm form, Map<String, String> values) {
        boolean isSameDirective = written.rule().directive().id().equals(value(values, NewRuleNames.DIRECTIVE));
        if (!form.isWindowed() && isSameDirective) {
            return written.rule().file();
        }
        String name = folder(written) + value(values, NewRuleNames.ID).toLowerCase(Locale.ROOT);
        return ruleset.files().texts().containsKey(name + RULES) ? name + "-2" + RULES : name + RULES;
    }

    /** The same with the cases that a new rule needs, and with those adjusted of which it can be known how. */
    Changed withCases(Ruleset before, Changed changed, String rule) {
        Policy policy = changed.result().policy();
        if (policy == null) {
            return changed;
        }
        Map<String, String> texts =
                new TreeMap<>(AdjustedCases.of(before, policy, rule).texts());
        String cases = changed.path().substring(0, changed.path().length() - RULES.length()) + CASES;
        policy.ruleset().laid().stream()
                .filter(laid -> laid.rule().id().equals(rule))
                .forEach(laid -> {
                    if (laid.consequence() instanceof Terms terms && !texts.containsKey(cases)) {
                        texts.put(cases, WindowCases.of(policy, rule, terms, pages.today()));
                    }
                });
        texts.values().removeIf(String::isEmpty);
        RuleFiles files = RuleFiles.of(texts);
        return new Changed(files, desk.check(files), changed.path(), changed.changes());
    }

    /** The case file beside a rule file. */
    static String casesBeside(String path) {
        return path.substring(0, path.length() - RULES.length()) + CASES;
    }
}
