package org.anxin.spark;

import org.anxin.registry.StoredPerson;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A lake with a table for each kind of fact. Rows are brought to their person by one exchange and one sort; a person's rows
 * then come one after the other, and only one person is in memory at a time. Grouping would gather everybody's rows first,
 * and take three times as long.
 *
 * @param path of the lake
 */
record NarrowLake(SparkSession spark, String path) implements PeopleSource {
    /** In the order in which {@link NarrowRows} takes them. */
    private static final String PERSONS =
            "select no as person_no, 0 as kind, released_on as day, null as until, id as a, null as b, null as c, null as d,"
                    + " null as e from parquet.`%s/narrow/persons`";

    private static final String ASSIGNMENTS =
            "select person_no, 1, from_on, to_on, market_id, market_type, subdistrict,"
                    + " category, operator_id from parquet.`%s/narrow/assignments`";

    private static final String ABSENCES =
            "select person_no, 2, from_on, to_on, null, null, null, null, null" + " from parquet.`%s/narrow/absences`";

    private static final String SAMPLES =
            "select person_no, 3, taken_on, null, result, null, null, null, null" + " from parquet.`%s/narrow/samples`";

    @Override
    public JavaRDD<StoredPerson> people() {
        String all = String.join(" union all ", PERSONS, ASSIGNMENTS, ABSENCES, SAMPLES)
                .replace("%s", path.replace("`", "``"));
        Dataset<Row> rows = spark.sql(all);
        return rows.repartition(rows.col("person_no"))
                .sortWithinPartitions("person_no", "kind")
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(NarrowRows::new);
    }

    @Override
    public long registered() {
        return spark.read()
                .parquet(path + "/narrow/assignments")
                .select("person_no")
                .distinct()
                .count();
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
