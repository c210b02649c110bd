package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.anxin.json.CivilDay;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Approvals;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.VersionConflictException;
import org.anxin.policy.Versions;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What is done with a version: it is approved, put into force from a day on, taken back. */
@Singleton
class DeskActions {
    private static final int CONFLICT = 409;
    private static final int LONGEST_REASON = 200;
    private static final Bilingual REASON_MISSING =
            new Bilingual("请写明理由（1 至 200 字）。", "Say why, in 1 to 200 characters.");
    private static final Bilingual NO_DAY = new Bilingual("请填写日期，例如 2022-04-07。", "Enter a day, such as 2022-04-07.");
    private static final Bilingual NOT_APPROVABLE = new Bilingual(
            "还有未通过或缺少的案例，不能批准；请先按检查结果改正。",
            "Cases fail or are missing, so it cannot be approved; correct what the check found first.");

    private final DeskReading desk;
    private final VersionReading page;
    private final Versions versions;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    DeskActions(DeskReading desk, VersionReading page, Versions versions, ActivePolicy activePolicy, Pages pages) {
        this.desk = desk;
        this.page = page;
        this.versions = versions;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /** Something that may be refused. */
    private interface Step {
        @Nullable
        Bilingual refusal() throws SQLException;
    }

    /** Approves the content that the page showed. */
    Pages.Outcome approve(Frame frame, RulesetVersion version, Form form) throws SQLException {
        return act(frame, version, "approve", form, () -> {
            if (!Approvals.obstacles(desk.mistakes(desk.ruleset(version).files()))
                    .isEmpty()) {
                return NOT_APPROVABLE;
            }
            versions.approve(version.no(), form.text("id"), Caller.current().actor(), form.text("reason"));
            return null;
        });
    }

    /** Puts it into force; here it takes effect before the answer. */
    Pages.Outcome activate(Frame frame, RulesetVersion version, Form form) throws SQLException {
        return act(frame, version, "activate", form, () -> {
            int day = CivilDay.ofDate(form.text("day"));
            if (day == Days.NONE) {
                return NO_DAY;
            }
            versions.activate(version.no(), day, Caller.current().actor(), form.text("reason"), pages.today());
            activePolicy.inForce(pages.today());
            return null;
        });
    }

    /** Gives its days back to the version before it. */
    Pages.Outcome rollBack(Frame frame, RulesetVersion version, Form form) throws SQLException {
        return act(frame, version, "roll-back", form, () -> {
            versions.rollBack(version.no(), Caller.current().actor(), form.text("reason"), pages.today());
            activePolicy.inForce(pages.today());
            return null;
        });
    }

    private Pages.Outcome act(Frame frame, RulesetVersion version, String name, Form form, Step step)
            throws SQLException {
        String reason = form.text("reason");
        Bilingual refusal = reason.isEmpty() || reason.length() > LONGEST_REASON ? REASON_MISSING : tried(step);
        if (refusal == null) {
            return new Pages.Outcome.GoOn("/rules/versions/" + version.no() + "#state");
        }
        VersionPage.Refusal refused = new VersionPage.Refusal(name, refusal, form.raw("reason"), form.text("day"));
        return new Pages.Outcome.Shown(CONFLICT, Templates.version(frame, page.of(version, refused)));
    }

    private static @Nullable Bilingual tried(Step step) throws SQLException {
        try {
            return step.refusal();
        } catch (VersionConflictException e) {
            return e.text();
        }
    }
}
