package org.anxin.pages;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.onboarding.Finding;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.Severity;
import org.anxin.onboarding.Span;
import org.anxin.onboarding.Tally;
import org.anxin.readiness.ImportOperator;
import org.anxin.registry.Names;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** Who is not ready, the two lists and the coverage of a market as rows of tables. */
final class ReadinessRows {
    static final List<PageTable.Column> NOT_READY = List.of(
            PageTable.Column.of("who", "对象", "Who"),
            PageTable.Column.of("severity", "处置", "What follows"),
            PageTable.Column.of("missing", "所缺事项", "What is missing"),
            PageTable.Column.of("operators", "所在经营户", "Works for"),
            PageTable.Column.of("rules", "依据", "Because of"));

    static final List<PageTable.Column> IMPORTED = List.of(
            PageTable.Column.of("operator", "经营户", "Operator"),
            PageTable.Column.of("listed", "列入清单", "On the list since"),
            PageTable.Column.of("goods", "进口商品种类", "Kinds of imported goods"),
            PageTable.Column.of("contacts", "接触人员", "Contacts"));

    static final List<PageTable.Column> COVERAGE = List.of(
            PageTable.Column.of("who", "对象", "Who"),
            PageTable.Column.number("registered", "登记", "Registered"),
            PageTable.Column.number("current", "在册", "Current"),
            PageTable.Column.number("activated", "已激活账号", "Activated"),
            PageTable.Column.number("signed", "已签责任书", "Signed"),
            PageTable.Column.number("outdated", "待重签", "To sign anew"),
            PageTable.Column.number("ready", "可经营", "May trade"));

    private final Map<String, String> people;
    private final Map<String, String> operators;

    private ReadinessRows(Map<String, String> people, Map<String, String> operators) {
        this.people = people;
        this.operators = operators;
    }

    /** Knows the names of those in {@code shown}. */
    static ReadinessRows of(Names names, List<Finding> shown) throws SQLException {
        List<String> people = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (Finding finding : shown) {
            (finding.subject() == Finding.Subject.PERSON ? people : operators).add(finding.id());
            operators.addAll(finding.operatorIds());
        }
        return new ReadinessRows(names.people(people), names.operators(operators));
    }

    /** A row for each who is not ready. */
    List<List<PageTable.Cell>> notReady(List<RosterDecision.NotReady> all) {
        return all.stream().map(one -> row(one.severity(), one.missing())).toList();
    }

    /** A row for each fault of the two lists. */
    List<List<PageTable.Cell>> findings(List<Finding> all) {
        return all.stream().map(one -> row(one.severity(), List.of(one))).toList();
    }

    private List<PageTable.Cell> row(Severity severity, List<Finding> missing) {
        Finding first = missing.get(0);
        boolean forbids = severity == Severity.FORBID;
        List<PageTable.Piece> messages = missing.stream()
                .map(finding -> new PageTable.Piece(finding.message(), null, ""))
                .toList();
        List<PageTable.Piece> rules = missing.stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .map(id -> PageTable.Piece.link(id, "/rules#" + id))
                .toList();
        return List.of(
                who(first),
                PageTable.Cell.tag(
                        forbids ? "stop" : "tom",
                        forbids ? new Bilingual("不得经营", "may not trade") : new Bilingual("提醒", "reminder")),
                new PageTable.Cell(messages),
                employers(first),
                new PageTable.Cell(rules));
    }

    private PageTable.Cell who(Finding finding) {
        if (finding.subject() == Finding.Subject.OPERATOR) {
            return PageTable.Cell.of(
                    PageTable.Piece.text(operators.getOrDefault(finding.id(), finding.id())),
                    PageTable.Piece.mute(finding.id()));
        }
        return PageTable.Cell.of(
                PageTable.Piece.link(MaskedName.of(people.get(finding.id())), "/people/" + finding.id()),
                PageTable.Piece.mute(finding.id()));
    }

    private PageTable.Cell employers(Finding finding) {
        List<PageTable.Piece> pieces = finding.operatorIds().stream()
                .map(id -> PageTable.Piece.text(operators.getOrDefault(id, id)))
                .toList();
        return pieces.isEmpty() ? PageTable.Cell.NONE : new PageTable.Cell(pieces);
    }

    /** A row for each operator on the two lists. */
    static List<List<PageTable.Cell>> imported(List<ImportOperator> all, Names names, Words words) throws SQLException {
        List<String> people = new ArrayList<>();
        all.forEach(one -> one.contacts().forEach(contact -> people.add(contact.personId())));
        Map<String, String> personNames = new HashMap<>(names.people(people));
        Map<String, String> operatorNames =
                names.operators(all.stream().map(ImportOperator::operatorId).toList());
        List<List<PageTable.Cell>> rows = new ArrayList<>();
        for (ImportOperator one : all) {
            String id = one.operatorId();
            Span listed = one.listed();
            rows.add(List.of(
                    PageTable.Cell.of(
                            PageTable.Piece.text(operatorNames.getOrDefault(id, id)), PageTable.Piece.mute(id)),
                    listed == null
                            ? PageTable.Cell.tag("over", new Bilingual("未列入", "not on the list"))
                            : PageTable.Cell.text(Days.text(listed.from())),
                    goods(one),
                    contacts(one, personNames, words)));
        }
        return rows;
    }

    private static PageTable.Cell goods(ImportOperator one) {
        List<PageTable.Piece> pieces = one.goods().stream()
                .map(goods -> PageTable.Piece.text(goods.name()))
                .toList();
        return pieces.isEmpty() ? PageTable.Cell.NONE : new PageTable.Cell(pieces);
    }

    private static PageTable.Cell contacts(ImportOperator one, Map<String, String> names, Words words) {
        List<PageTable.Piece> pieces = new ArrayList<>();
        for (ImportOperator.Contact contact : one.contacts()) {
            Bilingual word = PeopleLists.word(words, "contact", contact.contact());
            String name = MaskedName.of(names.get(contact.personId()));
            pieces.add(PageTable.Piece.link(
                    new Bilingual(name + " " + word.zh(), name + " " + word.en()), "/people/" + contact.personId()));
        }
        return pieces.isEmpty() ? PageTable.Cell.NONE : new PageTable.Cell(List.copyOf(pieces));
    }

    /** A row for operators and one for people. */
    static List<List<PageTable.Cell>> coverage(RosterDecision decision, Address notReady) {
        return List.of(
                coverage(new Bilingual("经营户", "Operators"), decision.operators(), notReady),
                coverage(new Bilingual("人员", "People"), decision.people(), notReady));
    }

    private static List<PageTable.Cell> coverage(Bilingual who, Tally tally, Address notReady) {
        return List.of(
                PageTable.Cell.text(who),
                PageTable.Cell.text(Integer.toString(tally.registered())),
                PageTable.Cell.text(Integer.toString(tally.current())),
                PageTable.Cell.text(Integer.toString(tally.activated())),
                PageTable.Cell.text(Integer.toString(tally.signed())),
                PageTable.Cell.text(Integer.toString(tally.outdated())),
                PageTable.Cell.link(Integer.toString(tally.ready()), notReady.toString()));
    }
}
