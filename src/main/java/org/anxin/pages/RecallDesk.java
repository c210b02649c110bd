package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.desk.Citation;
import org.anxin.desk.Citations;
import org.anxin.desk.FalseDocument;
import org.anxin.desk.FalseDocuments;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads the register of documents found false, and writes into it. */
@Singleton
class RecallDesk {
    private static final int PAGE = 50;

    private final FalseDocuments register;
    private final Citations citations;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;

    RecallDesk(FalseDocuments register, Citations citations, PeopleLists lists, ActivePolicy activePolicy) {
        this.register = register;
        this.citations = citations;
        this.lists = lists;
        this.activePolicy = activePolicy;
    }

    /**
     * The register.
     *
     * @param before number below which the entries begin
     */
    RecallsPage all(int before, FilledForm form) throws SQLException {
        List<FalseDocument> found = register.latest(before, PAGE + 1);
        List<FalseDocument> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new RecallsPage(
                shown.stream().map(this::entry).toList(),
                found.size() > PAGE
                        ? Address.of("/recalls")
                                .with("before", shown.get(PAGE - 1).no())
                                .toString()
                        : null,
                words().all("document").stream()
                        .map(word -> new BatchesPage.Choice(word.code(), word.name(), form.has("type", word.code())))
                        .toList(),
                form);
    }

    private Words words() {
        return activePolicy.current().ruleset().words();
    }

    private RecallsPage.Entry entry(FalseDocument document) {
        Bilingual type = PeopleLists.word(words(), "document", document.type());
        return new RecallsPage.Entry(
                document.no(),
                "/recalls/" + document.no(),
                new Bilingual(type.zh() + " " + document.number(), type.en() + " " + document.number()),
                document.reason(),
                document.found(),
                document.foundBy(),
                document.withdrawal() != null);
    }

    /** One entry, and who holds the goods. */
    RecallPage one(int no, FilledForm form) throws SQLException {
        FalseDocument document = register.entry(no);
        if (document == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        Map<String, Market> markets = lists.markets();
        List<RecallPage.Holder> holders = new ArrayList<>();
        for (Citation citation : citations.of(document.type(), document.number())) {
            holders.add(holder(citation, markets.get(citation.marketId())));
        }
        FalseDocument.Withdrawal withdrawal = document.withdrawal();
        return new RecallPage(
                entry(document),
                withdrawal == null
                        ? null
                        : new RecallPage.Withdrawn(
                                withdrawal.reason(), withdrawal.withdrawn(), withdrawal.withdrawnBy()),
                holders,
                form);
    }

    private static RecallPage.Holder holder(Citation citation, @Nullable Market market) {
        return new RecallPage.Holder(
                citation.batchId(),
                BatchStates.mark(citation.state()),
                BatchStates.name(citation.state()),
                citation.operatorId(),
                new PeopleList.Link(
                        market == null ? citation.marketId() : market.name(), "/markets/" + citation.marketId()),
                citation.arrivesOn(),
                citation.admittedFrom(),
                citation.current());
    }

    /** Puts a document on record as false. */
    Pages.Outcome find(Frame frame, Form sent) throws SQLException {
        FilledForm form = FilledForm.of(sent);
        String type = form.word("type", "document", words());
        form.requiredText("type");
        String number = form.requiredText("number");
        String reason = form.requiredText("reason");
        if (type == null || form.isRefused()) {
            return new Pages.Outcome.Shown(
                    BatchActions.REFUSED, Templates.recalls(frame, all(Integer.MAX_VALUE, form)));
        }
        FalseDocument done =
                register.find(type, number, reason, Caller.current().actor()).document();
        return new Pages.Outcome.GoOn("/recalls/" + done.no());
    }

    /** Withdraws an entry that was an error. */
    Pages.Outcome withdraw(Frame frame, int no, Form sent) throws SQLException {
        FilledForm form = FilledForm.of(sent);
        String reason = form.requiredText("reason");
        RecallPage page = one(no, form);
        if (form.isRefused()) {
            return new Pages.Outcome.Shown(BatchActions.REFUSED, Templates.recall(frame, page));
        }
        register.withdraw(no, reason, Caller.current().actor());
        return new Pages.Outcome.GoOn("/recalls/" + no);
    }
}
