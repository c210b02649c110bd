package org.anxin.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import org.anxin.time.Days;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The job: sweeps a day over a lake or the database, and publishes it once it is proved that nobody was missed. */
public final class SweepJob {
    private static final int REFUSED = 2;

    private SweepJob() {}

    /** Somebody was missed, or the rules are not those that the lake names; nothing was published. */
    static final class IncompleteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IncompleteException(String message) {
            super(message);
        }
    }

    /** @param arguments see {@link JobOptions#USAGE} */
    public static void main(String... arguments) throws IOException, SQLException {
        try {
            JobOptions options = JobOptions.of(arguments, System.getenv());
            SparkSession spark = SparkSession.builder().appName("anxin-sweep").getOrCreate();
            try {
                System.out.println(run(spark, options).json());
            } finally {
                spark.stop();
            }
        } catch (JobOptions.UsageException e) {
            System.err.println(e.getMessage());
            System.err.println(JobOptions.USAGE);
            System.exit(REFUSED);
        }
    }

    /** Sweeps and publishes. */
    static SweepReport run(SparkSession spark, JobOptions options) throws IOException, SQLException {
        @Nullable JsonNode manifest = manifest(options);
        RuleTexts rules = RuleTexts.of(JobFiles.texts(new Path(options.rules())));
        // Mistakes are told before anything is read.
        rules.policy();
        check(rules, options, manifest);
        int asOf = options.asOf() == Days.NONE && manifest != null
                ? Days.of(manifest.path("asOf").asText())
                : options.asOf();
        Publication publication = new Publication(options.to(), asOf);
        boolean isPublished = false;
        try (PeopleSource source = source(spark, options)) {
            SparkSweep sweep = new SparkSweep(
                    spark, source, rules, asOf, publication.directory().toString());
            SweepReport report = sweep.carryOut(text(manifest, "knownAt"));
            check(report, manifest);
            publication.write(SweepReport.FILE, report.json());
            publication.publish();
            isPublished = true;
            return report;
        } finally {
            if (!isPublished) {
                publication.discard();
            }
        }
    }

    private static @Nullable JsonNode manifest(JobOptions options) throws IOException {
        if (options.lake() == null) {
            return null;
        }
        @Nullable String text = JobFiles.textIfThere(new Path(options.lake(), "lake.json"));
        return text == null ? null : new ObjectMapper().readTree(text);
    }

    private static @Nullable String text(@Nullable JsonNode manifest, String member) {
        return manifest == null ? null : manifest.path(member).textValue();
    }

    private static PeopleSource source(SparkSession spark, JobOptions options) throws SQLException {
        if (options.database() != null) {
            return new Database(spark, options.database());
        }
        String lake = String.valueOf(options.lake());
        return options.narrow() ? new NarrowLake(spark, lake) : new WideLake(spark, lake);
    }

    /** Rules of the lake are those that it names, unless somebody asks for others. */
    private static void check(RuleTexts rules, JobOptions options, @Nullable JsonNode manifest) {
        @Nullable String named = text(manifest, "ruleset");
        if (named != null && options.rules().equals(options.lake() + "/rules") && !named.equals(rules.id())) {
            throw new IncompleteException("the lake names the rules " + named + ", and has " + rules.id());
        }
    }

    private static void check(SweepReport report, @Nullable JsonNode manifest) {
        if (!report.complete()) {
            throw new IncompleteException("registered " + report.registered() + ", evaluated " + report.evaluated()
                    + ", errors " + report.errorCount() + ": nothing was published");
        }
        if (manifest != null && manifest.path("registered").asLong() != report.registered()) {
            throw new IncompleteException("the lake says that " + manifest.path("registered")
                    + " are registered, and has " + report.registered() + ": nothing was published");
        }
    }
}
