package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anxin.policy.Approvals;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetDiff;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The common changes of rules, by form: what a change comes to is shown before it is stored as a draft. */
@Singleton
class ChangeActions {
    private static final int LONGEST_REASON = 200;
    private static final int UNPROCESSABLE = 422;
    private static final Bilingual REASON_MISSING =
            new Bilingual("请写明理由（1 至 200 字）。", "Say why, in 1 to 200 characters.");
    private static final Bilingual SAME = new Bilingual("没有改动任何内容。", "Nothing was changed.");
    private static final Bilingual MISTAKES = new Bilingual(
            "改动后的规则有误，未保存；请按字段旁或下方的说明改正。",
            "The changed rules have mistakes and were not stored; correct them as told at the field or below.");

    private final DeskReading desk;
    private final Versions versions;
    private final Changing changing;

    ChangeActions(DeskReading desk, Versions versions, Changing changing) {
        this.desk = desk;
        this.versions = versions;
        this.changing = changing;
    }

    /** What is to be changed: a rule of a version. */
    record Subject(RulesetVersion base, Ruleset ruleset, WrittenRule written, boolean isNew) {}

    /** The rule of an address. */
    Subject subject(@Nullable String version, @Nullable String rule, boolean isNew) throws SQLException {
        RulesetVersion base = version == null || version.isEmpty() ? desk.active() : desk.found(version);
        Ruleset ruleset = desk.ruleset(base);
        if (rule == null || ruleset.rules().stream().noneMatch(one -> one.id().equals(rule))) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return new Subject(base, ruleset, ruleset.written(rule), isNew);
    }

    /** The empty form. */
    ChangePage begin(Subject subject) {
        ChangeForm form = new ChangeForm(subject.ruleset(), subject.written(), subject.isNew(), name -> null);
        return page(subject, form.groups(), "", null, null, null);
    }

    /** Shows what was asked for, or stores it as a draft. */
    Pages.Outcome act(Frame frame, Subject subject, Form sent) throws SQLException {
        ChangeForm form = new ChangeForm(subject.ruleset(), subject.written(), subject.isNew(), sent::raw);
        List<ChangePage.Group> groups = form.groups();
        String reason = sent.raw("reason");
        if (inputs(groups).stream().anyMatch(input -> input.mistake() != null)) {
            return shown(frame, UNPROCESSABLE, page(subject, groups, reason, null, null, null));
        }
        Map<String, String> values = new LinkedHashMap<>();
        inputs(groups).forEach(input -> values.put(input.name(), input.value()));
        Bilingual undeclarable = Changing.undeclarable(subject.ruleset(), values);
        if (undeclarable != null) {
            return shown(frame, UNPROCESSABLE, page(subject, groups, reason, null, undeclarable, null));
        }
        Changing.Changed changed = changed(subject, form, values);
        boolean isSave = sent.text("do").equals("save");
        Policy policy = changed.result().policy();
        if (changed.files().id().equals(subject.ruleset().id())) {
            return shown(frame, UNPROCESSABLE, page(subject, groups, reason, null, SAME, null));
        }
        Bilingual missing = isSave && !isReason(reason) ? REASON_MISSING : null;
        if (isSave && missing == null && policy != null) {
            int number = versions.draft(policy, Caller.current().actor(), reason.strip())
                    .version()
                    .no();
            return new Pages.Outcome.GoOn("/rules/versions/" + number);
        }
        Bilingual refusal = policy == null ? MISTAKES : missing;
        return shown(
                frame,
                refusal == null ? Pages.OK : UNPROCESSABLE,
                page(
                        subject,
                        told(groups, form, changed),
                        reason,
                        missing,
                        policy == null ? MISTAKES : null,
                        outcome(subject, changed)));
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST_REASON;
    }

    private Changing.Changed changed(Subject subject, ChangeForm form, Map<String, String> values) {
        if (!subject.isNew()) {
            return changing.inPlace(subject.ruleset(), subject.written(), form, values);
        }
        Changing.Changed added = changing.added(subject.ruleset(), subject.written(), form, values);
        return changing.withCases(subject.ruleset(), added, String.valueOf(values.get(NewRuleNames.ID)));
    }

    private static Pages.Outcome shown(Frame frame, int status, ChangePage page) {
        return new Pages.Outcome.Shown(status, Templates.change(frame, page));
    }

    private static List<ChangePage.Input> inputs(List<ChangePage.Group> groups) {
        return groups.stream().flatMap(group -> group.inputs().stream()).toList();
    }

    /** Errors of the check stand at the field that brought them. */
    private static List<ChangePage.Group> told(
            List<ChangePage.Group> groups, ChangeForm form, Changing.Changed changed) {
        if (changed.result().policy() != null) {
            return groups;
        }
        Map<String, Bilingual> mistakes = new LinkedHashMap<>();
        List<Mistake> fatal =
                changed.result().mistakes().stream().filter(Mistake::fatal).toList();
        form.constants()
                .forEach((name, constant) -> fatal.stream()
                        .filter(mistake -> isAt(mistake, constant, changed))
                        .findFirst()
                        .ifPresent(mistake -> mistakes.put(name, text(mistake))));
        return groups.stream()
                .map(group -> new ChangePage.Group(
                        group.id(),
                        group.title(),
                        group.hint(),
                        group.inputs().stream()
                                .map(input -> mistakes.containsKey(input.name())
                                        ? input.with(mistakes.get(input.name()))
                                        : input)
                                .toList()))
                .toList();
    }

    private static Bilingual text(Mistake mistake) {
        return new Bilingual(
                mistake.cause().zh() + mistake.remedy().zh(),
                mistake.cause().en() + " " + mistake.remedy().en());
    }

    /** A rule that is added stands elsewhere, and its mistakes are told below. */
    private static boolean isAt(Mistake mistake, WrittenRule.Constant constant, Changing.Changed changed) {
        return mistake.at().equals(changed.changes().moved(constant.at()))
                || constant.saidBy() != null
                        && mistake.at().equals(changed.changes().moved(constant.saidBy()));
    }

    private static ChangePage.Outcome outcome(Subject subject, Changing.Changed changed) {
        List<RulesetDiff.FileChange> differing =
                RulesetDiff.files(subject.ruleset().files(), changed.files());
        Set<String> paths = differing.stream().map(RulesetDiff.FileChange::path).collect(Collectors.toSet());
        String cases = Changing.casesBeside(changed.path());
        // The editor has one rule file of the version and the cases beside it.
        boolean isForEditor = subject.ruleset().files().texts().containsKey(changed.path())
                && paths.stream().allMatch(path -> path.equals(changed.path()) || path.equals(cases));
        List<Mistake> mistakes = new ArrayList<>(changed.result().mistakes());
        return new ChangePage.Outcome(
                differing.stream().map(VersionReading::change).toList(),
                RuleCards.mistakes(mistakes, subject.base().no()),
                changed.result().policy() != null,
                Approvals.obstacles(mistakes).size(),
                isForEditor ? "/rules/versions/" + subject.base().no() + "/edit/" + changed.path() : "",
                changed.files().texts().getOrDefault(changed.path(), ""),
                changed.files().texts().getOrDefault(cases, ""));
    }

    private static ChangePage page(
            Subject subject,
            List<ChangePage.Group> groups,
            String reason,
            @Nullable Bilingual reasonMistake,
            @Nullable Bilingual refusal,
            ChangePage.@Nullable Outcome outcome) {
        WrittenRule written = subject.written();
        return new ChangePage(
                subject.base().no(),
                subject.isNew(),
                written.rule().id(),
                written.rule().title(),
                written.rule().file(),
                "/rules/versions/" + subject.base().no() + "/files/"
                        + written.rule().file() + "#L" + written.rule().line(),
                subject.ruleset().text(written.rule()),
                groups,
                reason,
                reasonMistake,
                refusal,
                outcome);
    }
}
