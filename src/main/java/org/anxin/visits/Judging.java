package org.anxin.visits;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.notices.Notice;
import org.anxin.notices.Outbox;
import org.anxin.patrol.Check;
import org.anxin.patrol.Demand;
import org.anxin.patrol.Failure;
import org.anxin.patrol.Widespread;
import org.anxin.policy.Policy;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * Judges one visit that was just stored: what of it is a finding, and which findings are widespread now. A visit that
 * arrives late may make later ones widespread; nothing that was copied is taken back.
 */
final class Judging {
    private static final String UNFIXED = """
            select exists (select from patrol_findings f join visits v on v.no = f.visit_no
                left join rectifications r on r.finding_no = f.no
                where f.market_no = ? and f.item = ? and (f.at < ? or f.at = ? and v.id < ?)
                    and (r.at is null or r.at > ?))""";

    private static final String INSERT = """
            insert into patrol_findings
                (visit_no, item, market_no, at, on_day, code, due_on, rule, directive, ruleset, zh, en)
            values (?, ?, ?, ?, ?::date, ?, ?::date, ?, ?, ?, ?, ?) returning no""";

    private final Connection connection;
    private final Policy policy;
    private final Visit visit;
    private final long visitNo;

    Judging(Connection connection, Policy policy, Visit visit, long visitNo) {
        this.connection = connection;
        this.policy = policy;
        this.visit = visit;
        this.visitNo = visitNo;
    }

    /** A market as notices and rules need it. */
    private record At(int no, String type) {}

    /** Stores what is found, and the notices of it. */
    void judge() throws SQLException {
        At market = market();
        Check check = check(market.type());
        Map<Long, Notice> notices = new HashMap<>();
        List<Notice> all = new ArrayList<>();
        Map<String, Long> found = new HashMap<>();
        for (Check.Answer answer : check.answers()) {
            Demand demand = policy.patrol().demand(check, answer, isUnfixed(market.no(), answer.item()));
            if (demand != null) {
                found.put(answer.item(), insert(market.no(), answer.item(), demand));
            }
        }
        for (Map.Entry<String, Long> each : found.entrySet()) {
            notices.putAll(spread(market, each.getKey()));
        }
        // By market and number, so that two that are judged send alike.
        notices.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> all.add(entry.getValue()));
        Outbox.add(connection, all);
    }

    private At market() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select no, type from markets where id = ? for key share")) {
            select.setString(1, visit.marketId());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new At(row.getInt(1), row.getString(2));
            }
        }
    }

    private Check check(String marketType) {
        List<Check.Answer> answers = visit.items().stream()
                .map(item -> new Check.Answer(item.item(), item.passed()))
                .toList();
        return new Check(
                visit.id(),
                visit.marketId(),
                marketType,
                visit.at().day(),
                visit.at().micros(),
                visit.means(),
                answers);
    }

    private boolean isUnfixed(int marketNo, String item) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNFIXED)) {
            select.setInt(1, marketNo);
            select.setString(2, item);
            select.setObject(3, Times.of(visit.at().micros()));
            select.setObject(4, Times.of(visit.at().micros()));
            select.setString(5, visit.id());
            select.setObject(6, Times.of(visit.at().micros()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private long insert(int marketNo, String item, Demand demand) throws SQLException {
        String dueOn = Days.text(visit.at().day() + demand.days());
        Bilingual name = policy.ruleset().words().name("patrolItem", item);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, visitNo);
            insert.setString(2, item);
            insert.setInt(3, marketNo);
            insert.setObject(4, Times.of(visit.at().micros()));
            insert.setString(5, Days.text(visit.at().day()));
            insert.setString(6, demand.code());
            insert.setString(7, dueOn);
            insert.setString(8, demand.rule().id());
            insert.setString(9, demand.rule().directive().id());
            insert.setString(10, policy.ruleset().id());
            insert.setString(11, "“" + name.zh() + "”未落实，须于" + dueOn + "前（含当日）整改。");
            insert.setString(12, "Not met: " + name.en() + ". To be rectified by " + dueOn + ".");
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Notices by finding: of the finding of this visit, and of those that are widespread since. */
    private Map<Long, Notice> spread(At market, String item) throws SQLException {
        SpreadRows rows = SpreadRows.read(connection, market.no(), item, visit);
        Map<Long, Notice> notices = new HashMap<>();
        Map<Failure, Widespread> widespread = policy.patrol().widespread(rows.failures());
        for (SpreadRows.Row row : rows.rows()) {
            Widespread now = widespread.get(row.failure());
            boolean fresh = row.failure().check().equals(visit.id());
            if (now != null && row.isNews(now)) {
                rows.mark(row.no(), now, policy.ruleset().id());
            }
            if (fresh || now != null && !row.isWidespread()) {
                notices.put(row.no(), FindingNotice.of(row, fresh, now));
            }
        }
        return notices;
    }
}
