package org.anxin.spark;

import org.anxin.registry.StoredPerson;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the facts lie. */
sealed interface PeopleSource extends AutoCloseable permits WideLake, NarrowLake, Database {
    /** Everybody, each once with all facts. */
    JavaRDD<StoredPerson> people();

    /** How many people have any assignment, counted without {@link #people()}: the other side of the proof. */
    long registered();

    /** A column {@code id} with that of each market. */
    Dataset<Row> markets();

    @Override
    void close();
}
