package org.anxin.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.onboarding.Onboarding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.Signature;
import org.anxin.onboarding.Span;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The operators of one market with their accounts, signatures and lists. */
final class RosterOperators {
    private static final String COLUMNS = "no, market_no, sells_imported, activated_on, letter_signed_on";

    private final Map<Long, Gathered> operators = new TreeMap<>();

    /** An operator while it is read. */
    private record Gathered(
            String id,
            boolean sellsImported,
            List<Span> activations,
            List<Signature> signatures,
            List<Span> listed,
            List<Roster.Goods> goods,
            List<Span> declared) {}

    RosterOperators(Versions versions, int market) throws SQLException {
        versions.each(
                "select no, o.id, v.sells_imported, v.activated_on - date '1970-01-01',"
                        + " v.letter_signed_on - date '1970-01-01' from " + versions.of("operators", COLUMNS)
                        + " v join operators o using (no) where v.market_no = ?",
                market,
                this::begin);
        readOnboarding(versions);
        readLists(versions);
        readDeclarations(versions);
    }

    private void readOnboarding(Versions versions) throws SQLException {
        versions.each(
                "select operator_no, " + Versions.DAYS + " from "
                        + versions.of("activations", "operator_no, from_on, to_on") + " v where operator_no = any (?)",
                operators.keySet(),
                row -> of(row).activations.add(Versions.days(row, 2)));
        versions.each(
                "select operator_no, l.id, signed_on - date '1970-01-01' from "
                        + versions.of("signatures", "operator_no, letter_no, signed_on")
                        + " v join letters l on l.no = letter_no where operator_no = any (?)",
                operators.keySet(),
                row -> of(row).signatures.add(new Signature(row.getString(2), row.getInt(3))));
    }

    private void readLists(Versions versions) throws SQLException {
        versions.each(
                "select operator_no, " + Versions.DAYS + " from "
                        + versions.of("import_operators", "operator_no, from_on, to_on")
                        + " v where operator_no = any (?)",
                operators.keySet(),
                row -> of(row).listed.add(Versions.days(row, 2)));
        versions.each(
                "select operator_no, " + Versions.DAYS + ", goods from "
                        + versions.of("imported_goods", "operator_no, goods, from_on, to_on")
                        + " v where operator_no = any (?)",
                operators.keySet(),
                row -> of(row).goods.add(new Roster.Goods(row.getString(4), Versions.days(row, 2))));
    }

    /** A declaration that tells no day is for the day on which it was first decided. */
    private void readDeclarations(Versions versions) throws SQLException {
        versions.each(
                "select distinct operator_no, coalesce(declared_on, (select as_of from batch_decisions d"
                        + " where d.batch_no = v.no and d.no = 1)) - date '1970-01-01' as day from "
                        + versions.added("batches", "no, operator_no, declared_on", "received")
                        + " v where operator_no = any (?) order by day",
                operators.keySet(),
                row -> of(row).declared.add(new Span(row.getInt(2), row.getInt(2))));
    }

    /** The day of a registered signature stands for the version that applied then, since it names none. */
    private void begin(ResultSet row) throws SQLException {
        Gathered operator = new Gathered(
                row.getString(2),
                row.getBoolean(3),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        int activatedOn = Known.day(row, 4, Days.NONE);
        if (activatedOn != Days.NONE) {
            operator.activations.add(new Span(activatedOn, Days.OPEN));
        }
        int signedOn = Known.day(row, 5, Days.NONE);
        if (signedOn != Days.NONE) {
            operator.signatures.add(new Signature(null, signedOn));
        }
        operators.put(row.getLong(1), operator);
    }

    private Gathered of(ResultSet row) throws SQLException {
        Gathered operator = operators.get(row.getLong(1));
        if (operator == null) {
            throw new IllegalStateException("nobody asked for this operator");
        }
        return operator;
    }

    /** The numbers of these operators. */
    Iterable<Long> numbers() {
        return operators.keySet();
    }

    /** The id of one of them, or null if the operator is at another market. */
    @Nullable
    String id(long number) {
        Gathered operator = operators.get(number);
        return operator == null ? null : operator.id;
    }

    /** By id. */
    List<Roster.OperatorEntry> entries() {
        return operators.values().stream()
                .sorted(Comparator.comparing(Gathered::id))
                .map(one -> new Roster.OperatorEntry(
                        one.id,
                        one.sellsImported,
                        new Onboarding(List.copyOf(one.activations), List.copyOf(one.signatures)),
                        List.copyOf(one.listed),
                        List.copyOf(one.goods),
                        List.copyOf(one.declared)))
                .toList();
    }
}
