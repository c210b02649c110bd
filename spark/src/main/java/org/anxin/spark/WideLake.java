package org.anxin.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.util.Arrays;
import org.anxin.registry.StoredPerson;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A lake with everything about a person in one row: nothing has to be brought together, so nothing moves between machines.
 *
 * @param path of the lake
 */
record WideLake(SparkSession spark, String path) implements PeopleSource {
    private Dataset<Row> table() {
        return spark.read()
                .parquet(path + "/people")
                .where(size(col("assignments")).gt(0));
    }

    @Override
    public JavaRDD<StoredPerson> people() {
        Column[] columns = Arrays.stream(WideRows.COLUMNS).map(functions::col).toArray(Column[]::new);
        return table().select(columns).queryExecution().toRdd().toJavaRDD().mapPartitions(rows -> {
            WideRows reader = new WideRows();
            return new Mapped<>(rows, reader::person);
        });
    }

    @Override
    public long registered() {
        return table().count();
    }

    @Override
    public Dataset<Row> markets() {
        return spark.read().parquet(path + "/markets").select("id");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
