package org.anxin.spark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.anxin.registry.StoredCounts;
import org.anxin.registry.StoredPerson;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The service's database, read by ranges of people's numbers, each by the service's own reading. All executors see the moment
 * at which the job began: the driver exports its snapshot and keeps the transaction until the end.
 */
final class Database implements PeopleSource {
    /** So that executors that are done early have something left to do. */
    private static final int RANGES_OF_CORE = 4;

    private final SparkSession spark;
    private final DatabaseAccess access;
    private final Connection connection;
    private final String snapshot;
    private final long low;
    private final long high;

    Database(SparkSession spark, DatabaseAccess access) throws SQLException {
        this.spark = spark;
        this.access = access;
        this.connection = access.reading();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select pg_export_snapshot(), coalesce(min(no), 0), coalesce(max(no), -1) + 1 from people")) {
            row.next();
            snapshot = row.getString(1);
            low = row.getLong(2);
            high = row.getLong(3);
        }
    }

    @Override
    public JavaRDD<StoredPerson> people() {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int parts = Math.max(1, context.defaultParallelism() * RANGES_OF_CORE);
        long size = Math.max(1, (high - low + parts - 1) / parts);
        List<PeopleRange> ranges = new ArrayList<>();
        for (long from = low; from < high; from += size) {
            ranges.add(new PeopleRange(access, snapshot, from, Math.min(high, from + size)));
        }
        if (ranges.isEmpty()) {
            return context.emptyRDD();
        }
        return context.parallelize(ranges, ranges.size()).flatMap(PeopleRange::read);
    }

    @Override
    public long registered() {
        try {
            return StoredCounts.registered(connection, low, high);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Dataset<Row> markets() {
        List<String> ids = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id from markets")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return spark.createDataset(Collections.unmodifiableList(ids), Encoders.STRING())
                .toDF("id");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The database ends the transaction when it notices; nothing was written.
            throw new IllegalStateException(e);
        }
    }
}
