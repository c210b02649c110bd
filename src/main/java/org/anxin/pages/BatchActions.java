package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.admission.Outcome;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Markets;
import org.anxin.registry.Operators;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What is done with batches: they are declared, settled, decided again. */
@Singleton
class BatchActions {
    static final int REFUSED = 422;
    static final int CONFLICT = 409;

    static final Bilingual UNDECIDABLE = new Bilingual(
            "有凭证使用了现行规则未声明的词，无法判定；请联系规则台补充词表。",
            "A document uses a word that the rules no longer declare; ask the policy desk to declare it.");

    private static final Bilingual NO_OPERATOR =
            new Bilingual("没有登记此编号的经营户。", "No operator with this id is registered.");
    private static final Bilingual NO_MARKET = new Bilingual("没有登记此市场。", "No such market is registered.");
    private static final Bilingual NO_VERDICT = new Bilingual("请选择准入或不得入场。", "Choose to admit or to refuse.");

    private final AdmissionDesk desk;
    private final BatchReading reading;
    private final BatchListReading lists;
    private final Operators operators;
    private final Markets markets;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    BatchActions(
            AdmissionDesk desk,
            BatchReading reading,
            BatchListReading lists,
            Operators operators,
            Markets markets,
            ActivePolicy activePolicy,
            Pages pages) {
        this.desk = desk;
        this.reading = reading;
        this.lists = lists;
        this.operators = operators;
        this.markets = markets;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /** The form of a declaration before anybody wrote into it. */
    DeclarePage fresh() {
        String today = Days.text(pages.today());
        FilledForm form = FilledForm.fresh().with("asOf", today).with("declaredOn", today);
        return new DeclarePage(form, LotLines.of(form), lists.markets(null), null);
    }

    /** Takes a declaration. */
    Pages.Outcome declare(Frame frame, Form sent) throws SQLException {
        FilledForm form = FilledForm.of(sent);
        LotLines lots = LotLines.of(form);
        if (form.has("do", "lines")) {
            return shown(frame, Pages.OK, form, lots.more(), null);
        }
        Batch batch = batch(form, lots);
        int asOf = form.day("asOf", pages.today());
        if (form.isRefused()) {
            return shown(frame, REFUSED, form, lots, null);
        }
        try {
            desk.declare(batch, deciding(asOf));
            return new Pages.Outcome.GoOn("/batches/" + batch.id());
        } catch (DeskConflictException e) {
            return shown(frame, CONFLICT, form.refuse("id", e.text()), lots, null);
        } catch (UndecidableBatchException e) {
            return shown(frame, CONFLICT, form, lots, UNDECIDABLE);
        }
    }

    private Pages.Outcome shown(Frame frame, int status, FilledForm form, LotLines lots, @Nullable Bilingual refusal) {
        DeclarePage page = new DeclarePage(form, lots, lists.markets(form.value("market")), refusal);
        return new Pages.Outcome.Shown(status, Templates.declare(frame, page));
    }

    private Batch batch(FilledForm form, LotLines lines) {
        String operator = form.requiredId("operator");
        if (!operator.isEmpty() && !operators.has(operator)) {
            form.refuse("operator", NO_OPERATOR);
        }
        String market = form.id("market");
        if (market != null && !markets.has(market)) {
            form.refuse("market", NO_MARKET);
        }
        String cold = form.value("cold");
        return new Batch(
                form.requiredId("id"),
                market,
                new Operator(operator, null, Days.NONE),
                form.day("declaredOn"),
                form.day("arrivesOn"),
                form.text("supplier"),
                new Goods(form.text("name"), form.text("origin"), cold.isEmpty() ? null : Boolean.valueOf(cold)),
                lines.lots(),
                List.of());
    }

    /** Decides by the rules that decide now. */
    AdmissionDesk.Deciding deciding(int asOf) {
        return new AdmissionDesk.Deciding(
                asOf, activePolicy.current(), Caller.current().actor());
    }

    /** Settles what the rules leave to a person. */
    Pages.Outcome settle(Frame frame, String id, Form sent) throws SQLException {
        FilledForm form = FilledForm.of(sent);
        String reason = form.requiredText("reason");
        Outcome outcome =
                form.has("outcome", "ADMIT") ? Outcome.ADMIT : form.has("outcome", "REJECT") ? Outcome.REJECT : null;
        if (outcome == null) {
            form.refuse("outcome", NO_VERDICT);
        }
        int decision = Query.requireNumber(sent.text("decision"));
        if (outcome == null || form.isRefused()) {
            return refused(frame, id, REFUSED, new BatchReading.Refused(form, null, null, null));
        }
        try {
            reading.required(id);
            desk.settle(
                    id,
                    new AdmissionDesk.Verdict(
                            decision, outcome, reason, Caller.current().actor()),
                    any -> {});
            return new Pages.Outcome.GoOn("/batches/" + id);
        } catch (DeskConflictException e) {
            return refused(frame, id, CONFLICT, new BatchReading.Refused(form, null, null, e.text()));
        }
    }

    /** Decides again, by what is known now. */
    Pages.Outcome again(Frame frame, String id, Form sent) throws SQLException {
        FilledForm form = FilledForm.of(sent);
        int asOf = form.day("asOf", pages.today());
        if (form.isRefused()) {
            return refused(frame, id, REFUSED, new BatchReading.Refused(null, form, null, null));
        }
        try {
            reading.required(id);
            desk.decideAgain(id, deciding(asOf), any -> {});
            return new Pages.Outcome.GoOn("/batches/" + id);
        } catch (UndecidableBatchException e) {
            return refused(frame, id, CONFLICT, new BatchReading.Refused(null, form, null, UNDECIDABLE));
        }
    }

    /** The page of the batch, with the form that was refused. */
    Pages.Outcome refused(Frame frame, String id, int status, BatchReading.Refused refused) throws SQLException {
        return new Pages.Outcome.Shown(status, Templates.batch(frame, reading.of(id, refused)));
    }
}
