package org.anxin.spark;

import java.util.Iterator;
import org.anxin.registry.StoredPerson;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.Finding;
import org.anxin.sweep.SweepError;
import org.anxin.time.Days;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the people of a partition as the service's sweep does, a row for each: what was found, or why nothing could be.
 *
 * @param asOf the day to decide, as an epoch day
 */
record DecidedPeople(RuleTexts rules, int asOf) implements FlatMapFunction<Iterator<StoredPerson>, Row> {
    /** What a row has: days as epoch days, rules and places as {@link Finding} has them. */
    static final StructType ROW = new StructType()
            .add("person_no", DataTypes.LongType, false)
            .add("person_id", DataTypes.StringType, false)
            .add("status", DataTypes.StringType)
            .add("due", DataTypes.IntegerType)
            .add("action", DataTypes.StringType)
            .add("rules", DataTypes.StringType)
            .add("places", DataTypes.StringType)
            .add("error", DataTypes.StringType)
            .add("error_zh", DataTypes.StringType)
            .add("error_en", DataTypes.StringType);

    private static final Logger LOG = LoggerFactory.getLogger(DecidedPeople.class);

    @Override
    public Iterator<Row> call(Iterator<StoredPerson> people) {
        Deciding deciding = new Deciding(rules.policy());
        return new Mapped<>(people, person -> row(person, deciding.of(person, asOf)));
    }

    private static Row row(StoredPerson person, Deciding.Outcome outcome) {
        if (outcome instanceof Deciding.Undecided undecided) {
            if (undecided.failure() != null) {
                LOG.error("Deciding person number {} failed", person.no(), undecided.failure());
            }
            return undecided(person, undecided.error());
        }
        return decided(person, ((Deciding.Decided) outcome).finding());
    }

    private static Row decided(StoredPerson person, Finding finding) {
        return RowFactory.create(
                person.no(),
                person.facts().id(),
                finding.status().name(),
                Days.known(finding.dueOn()) ? finding.dueOn() : null,
                finding.action().name(),
                finding.rules(),
                finding.places(),
                null,
                null,
                null);
    }

    private static Row undecided(StoredPerson person, SweepError error) {
        return RowFactory.create(
                person.no(),
                person.facts().id(),
                null,
                null,
                null,
                "",
                "",
                error.code(),
                error.message().zh(),
                error.message().en());
    }
}
