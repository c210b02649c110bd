package org.anxin.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged job, submitted as {@code spark-submit} submits it: a driver with Spark's own jars, which is told of the job's
 * jar. {@code target/spark-home} is what a downloaded Spark has: its jars in one directory.
 */
final class Submitted {
    private static final Path JOB =
            Path.of("target/anxin-spark-0.1.0-SNAPSHOT-job.jar").toAbsolutePath();
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final Path CLASSPATH = Path.of("target/spark.classpath");

    private Submitted() {}

    /** Where Spark lies: links to the jars that Maven found. */
    private static Path home() throws IOException {
        Path jars = Files.createDirectories(HOME.resolve("jars"));
        for (String jar : Files.readString(CLASSPATH).strip().split(System.getProperty("path.separator"))) {
            Path file = Path.of(jar);
            try {
                Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
            } catch (FileAlreadyExistsException e) {
                // From an earlier run.
            }
        }
        return HOME;
    }

    /** How to start the driver. */
    static ProcessBuilder command(String master, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        Path home = home();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g"));
        command.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
        command.addAll(List.of(
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.ui.enabled=false",
                "--class",
                SweepJob.class.getName(),
                JOB.toString()));
        command.addAll(List.of(arguments));
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Spark asks for the version of Scala, where its launcher scripts did not say it.
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1"));
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * Runs it to its end.
     *
     * @return its exit code
     */
    static int run(String master, Path log, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return command(master, log, environment, arguments).start().waitFor();
    }

    /** The directory of the run that counts for a day. */
    static Path current(Path target, String day) throws IOException {
        Path directory = target.resolve("date=" + day);
        String run = Files.readString(directory.resolve(Publication.CURRENT), StandardCharsets.UTF_8);
        return directory.resolve(run.strip());
    }
}
