package org.anxin.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.anxin.sweep.Finding;
import org.anxin.sweep.ListedPerson;
import org.anxin.sweep.Listing;
import org.anxin.testing.Action;
import org.anxin.testing.Status;
import org.anxin.time.Days;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Puts what was found about a person on the lists of markets, a row for each line of a list. */
final class ListedRows implements FlatMapFunction<Row, Row> {
    /** Days are epoch days; ids and rules are separated by spaces. */
    static final StructType ROW = new StructType()
            .add("market_id", DataTypes.StringType, false)
            .add("list", DataTypes.StringType, false)
            .add("due", DataTypes.IntegerType)
            .add("person_id", DataTypes.StringType)
            .add("operator_ids", DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add("action", DataTypes.StringType)
            .add("rules", DataTypes.StringType);

    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Row found) {
        Finding finding = new Finding(
                found.getAs("person_no"),
                Status.valueOf(found.getAs("status")),
                found.isNullAt(found.fieldIndex("due")) ? Days.NONE : found.<Integer>getAs("due"),
                Action.valueOf(found.getAs("action")),
                found.getAs("rules"),
                found.getAs("places"));
        List<Row> rows = new ArrayList<>(2);
        for (Listing one : Listing.of(found.getAs("person_id"), finding)) {
            rows.add(row(one));
        }
        return rows.iterator();
    }

    private static Row row(Listing one) {
        ListedPerson person = one.person();
        return RowFactory.create(
                one.marketId(),
                one.kind().name(),
                Days.known(person.dueOn()) ? person.dueOn() : null,
                person.personId(),
                String.join(" ", person.operatorIds()),
                person.status(),
                person.action(),
                String.join(" ", person.rules()));
    }

    /** The line of a list that a row is. */
    static ListedPerson person(Row row) {
        return new ListedPerson(
                row.getString(3),
                split(row.getString(4)),
                row.isNullAt(2) ? Days.NONE : row.getInt(2),
                row.getString(5),
                row.getString(6),
                split(row.getString(7)));
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
    }
}
