package org.anxin.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The statements that carry rows of one kind into the database. The merge is one statement, so that it sees one state of
 * the tables that rows refer to.
 */
final class MergeSql {
    private static final String TAKEN_ON = "taken_on";

    private final ImportKind kind;
    private final List<Column> columns;

    /** @param columns those that the rows have */
    MergeSql(ImportKind kind, List<Column> columns) {
        this.kind = kind;
        this.columns = columns;
    }

    /** Makes the table in which rows wait; it goes with the transaction. */
    String createStaged() {
        StringBuilder sql = new StringBuilder("create temporary table ");
        sql.append(kind.staged()).append(" (line bigint not null");
        for (Column column : columns) {
            sql.append(", \"")
                    .append(column.name())
                    .append("\" ")
                    .append(column.content().type());
            if (column.fields() == 2) {
                sql.append(", ").append(TAKEN_ON).append(" date");
            }
        }
        return sql.append(") on commit drop").toString();
    }

    /** Takes rows into it. */
    String copyStaged() {
        return "copy " + kind.staged() + " from stdin (format binary)";
    }

    /**
     * Stores the rows. The last row of a key wins, rows that say what is stored are left out, and the others are written
     * in the order of their keys, so that no two imports wait for each other in a circle. Gives how many were written,
     * how many refer to something that is not there, and the first of those as "line column".
     */
    String merge() {
        String keys = names(Column::isKey);
        String all = names(column -> true);
        return "with resolved as materialized (" + resolved() + "), latest as (select distinct on (" + keys + ") " + all
                + " from resolved where missing is null order by " + keys + ", line desc), written as (insert into "
                + kind.table() + " as stored (" + all + ") select " + all
                + " from latest where not exists (select from "
                + kind.table() + " stored where " + sameKey() + " and " + values("stored") + " is not distinct from "
                + values("latest") + ") order by " + keys + " on conflict (" + keys + ") do update set "
                + assignments() + " where " + values("stored") + " is distinct from " + values("excluded")
                + " returning 1) select (select count(*) from written),"
                + " (select count(*) from resolved where missing is not null),"
                + " array(select line || ' ' || missing from resolved where missing is not null order by line limit "
                + Rejections.MOST + ")";
    }

    /** The staged rows with numbers in the place of ids, and the first column whose id nothing has. */
    private String resolved() {
        StringBuilder fields = new StringBuilder("select line");
        StringBuilder missing = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        for (Column column : columns) {
            String from = "staged.\"" + column.name() + "\"";
            if (column.content() instanceof Content.Reference reference) {
                String to = "of_" + column.name();
                fields.append(", ").append(to).append(".no as ").append(column.stored());
                joins.append(" left join ")
                        .append(reference.table())
                        .append(' ')
                        .append(to);
                joins.append(" on ").append(to).append(".id = ").append(from);
                missing.append(" when ")
                        .append(from)
                        .append(" is not null and ")
                        .append(to);
                missing.append(".no is null then '").append(column.name()).append('\'');
            } else {
                fields.append(", ").append(source(column, from)).append(" as ").append(column.stored());
            }
        }
        fields.append(hasTime() ? ", " + TAKEN_ON : "");
        String why = missing.isEmpty() ? "null" : "case" + missing + " end";
        return fields + ", " + why + " as missing from " + kind.staged() + " staged" + joins;
    }

    private static String source(Column column, String from) {
        return column.content() instanceof Content.Flag ? "coalesce(" + from + ", false)" : from;
    }

    private String sameKey() {
        List<String> same = new ArrayList<>();
        for (Column column : columns) {
            if (column.content() instanceof Content.Time) {
                same.add("stored.taken_on = latest.taken_on");
                same.add("stored.taken_at is not distinct from latest.taken_at");
                // Told as constants, so that only the partitions of these days are looked into.
                same.add("stored.taken_on between ? and ?");
            } else if (column.isKey()) {
                same.add("stored." + column.stored() + " = latest." + column.stored());
            }
        }
        return String.join(" and ", same);
    }

    /** A row value of what is not key. */
    private String values(String of) {
        return columns.stream()
                .filter(column -> !column.isKey())
                .map(column -> of + "." + column.stored())
                .collect(Collectors.joining(", ", "row(", ")"));
    }

    private String assignments() {
        return columns.stream()
                .filter(column -> !column.isKey())
                .map(column -> column.stored() + " = excluded." + column.stored())
                .collect(Collectors.joining(", "));
    }

    private String names(Predicate<Column> which) {
        String names = columns.stream().filter(which).map(Column::stored).collect(Collectors.joining(", "));
        return hasTime() ? names.replaceFirst("\\btaken_at\\b", TAKEN_ON + ", taken_at") : names;
    }

    /** Whether rows carry a time, which is a day and an instant. */
    boolean hasTime() {
        return columns.stream().anyMatch(column -> column.fields() == 2);
    }
}
