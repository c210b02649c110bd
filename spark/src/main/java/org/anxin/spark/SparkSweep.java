package org.anxin.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.sweep.ListKind;
import org.anxin.time.Days;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A sweep of one day: decides everybody, makes the lists of all markets, and writes both into a directory of the run.
 *
 * @param directory of the run
 * @param asOf as an epoch day
 */
record SparkSweep(SparkSession spark, PeopleSource source, RuleTexts rules, int asOf, String directory) {
    private static final int MOST_ERRORS = 100;
    private static final String ARRAY = "filter(split(%1$s, '%2$s'), one -> one <> '') as %1$s";

    /**
     * Carries it out.
     *
     * @param knownAt the moment that the facts show; null if it is not known
     */
    SweepReport carryOut(@Nullable String knownAt) {
        decide();
        Dataset<Row> decided = spark.read().parquet(directory + "/decisions");
        // Made twice rather than kept: what is kept is not divided by its size, and lists are small beside everybody.
        write(lists(decided));
        lists(decided).foreachPartition(new CsvLists(directory + "/csv", asOf));
        return report(decided, spark.read().parquet(directory + "/lists"), knownAt);
    }

    private void decide() {
        Dataset<Row> rows =
                spark.createDataFrame(source.people().mapPartitions(new DecidedPeople(rules, asOf)), DecidedPeople.ROW);
        rows.select(
                        col("person_no"),
                        col("person_id"),
                        col("status"),
                        expr("date_from_unix_date(due) as due_on"),
                        col("action"),
                        expr(ARRAY.formatted("rules", " ")),
                        expr(ARRAY.formatted("places", "\\n")),
                        col("error"),
                        col("error_zh"),
                        col("error_en"))
                .write()
                .parquet(directory + "/decisions");
    }

    /** The lines of all lists, those of a list in one partition and in order, each list with a line without a person. */
    private Dataset<Row> lists(Dataset<Row> decided) {
        Dataset<Row> found = decided.where("action <> 'NONE'")
                .selectExpr(
                        "person_no",
                        "person_id",
                        "status",
                        "unix_date(due_on) as due",
                        "action",
                        "array_join(rules, ' ') as rules",
                        "array_join(places, '\\n') as places");
        Dataset<Row> lines = spark.createDataFrame(found.toJavaRDD().flatMap(new ListedRows()), ListedRows.ROW);
        for (ListKind kind : ListKind.values()) {
            lines = lines.unionByName(
                    source.markets()
                            .select(col("id").as("market_id"), lit(kind.name()).as("list")),
                    true);
        }
        return lines.repartition(lines.col("market_id")).sortWithinPartitions("market_id", "list", "due", "person_id");
    }

    private void write(Dataset<Row> lists) {
        lists.where("person_id is not null")
                .select(
                        col("market_id"),
                        col("list"),
                        expr("date_from_unix_date(due) as due_on"),
                        col("person_id"),
                        expr(ARRAY.formatted("operator_ids", " ")),
                        col("status"),
                        col("action"),
                        expr(ARRAY.formatted("rules", " ")))
                .write()
                .parquet(directory + "/lists");
    }

    private SweepReport report(Dataset<Row> decided, Dataset<Row> lists, @Nullable String knownAt) {
        Map<String, Long> byStatus = counts(decided.where("error is null"), "status");
        List<SweepReport.Failed> errors = new ArrayList<>();
        Dataset<Row> failed = decided.where("error is not null");
        for (Row one : failed.orderBy("person_no").limit(MOST_ERRORS).collectAsList()) {
            errors.add(new SweepReport.Failed(
                    one.getAs("person_id"), one.getAs("error"), one.getAs("error_zh"), one.getAs("error_en")));
        }
        return new SweepReport(
                Days.text(asOf),
                rules.id(),
                knownAt,
                source.registered(),
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus,
                errors.size() < MOST_ERRORS ? errors.size() : failed.count(),
                errors,
                counts(lists, "list"),
                source.markets().count());
    }

    private static Map<String, Long> counts(Dataset<Row> rows, String by) {
        Map<String, Long> counts = new TreeMap<>();
        Column all = count(lit(1));
        for (Row one : rows.groupBy(by).agg(all).collectAsList()) {
            counts.put(one.getString(0), one.getLong(1));
        }
        return counts;
    }
}
