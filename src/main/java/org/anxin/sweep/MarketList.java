package org.anxin.sweep;

import java.util.List;
import java.util.Locale;
import org.anxin.table.Table;
import org.anxin.time.Days;

/**
 * One of the two lists of a market, as a file for people (SPEC section 7).
 *
 * @param marketId the market
 * @param asOf the day it was made for, as an epoch day
 * @param people in order
 */
public record MarketList(ListKind kind, String marketId, int asOf, List<ListedPerson> people) {
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("person_id", "人员编号", "Person"),
            Table.Column.of("operator_ids", "经营户编号", "Operators"),
            Table.Column.of("due_on", "最迟采样日", "Due on"),
            Table.Column.of("status", "状态", "Status"),
            Table.Column.of("action", "措施", "Action"),
            Table.Column.of("rules", "依据规则", "Rules"));

    /** As rows. */
    public Table table() {
        String day = Days.text(asOf);
        String title = (kind == ListKind.WARNINGS ? "预警 warnings " : "暂停经营 suspensions ") + day;
        String name = kind.name().toLowerCase(Locale.ROOT) + "_" + marketId + "_" + day;
        return new Table(
                name, title, COLUMNS, people.stream().map(MarketList::row).toList());
    }

    private static List<Object> row(ListedPerson person) {
        return List.of(
                person.personId(),
                String.join(" ", person.operatorIds()),
                person.dueOn() == Days.NONE ? "" : Days.text(person.dueOn()),
                person.status(),
                person.action(),
                String.join(" ", person.rules()));
    }
}
