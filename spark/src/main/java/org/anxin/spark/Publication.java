package org.anxin.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.anxin.time.Days;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a run writes, and how it becomes the day's: a run has a directory of its own, and a small file of the day names the
 * run that counts. That file is replaced in one step, so whoever reads finds the old run or the new one, whole, whenever a
 * job dies.
 */
final class Publication {
    /** Names the run that counts, within a day's directory. */
    static final String CURRENT = "_current";

    private final Path day;
    private final String run;

    /**
     * @param target where all days lie
     * @param asOf as an epoch day
     */
    Publication(String target, int asOf) {
        this.day = new Path(target, "date=" + Days.text(asOf));
        this.run = "run-" + UUID.randomUUID();
    }

    /** The run's own directory. */
    Path directory() {
        return new Path(day, run);
    }

    void write(String name, String text) throws IOException {
        write(new Path(directory(), name), text);
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputStream out = JobFiles.of(file).create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes the run the day's, and removes those before the one that was. */
    void publish() throws IOException {
        Path current = new Path(day, CURRENT);
        @Nullable String before = JobFiles.textIfThere(current);
        Path written = new Path(day, CURRENT + "." + run);
        write(written, run + "\n");
        FileContext files = FileContext.getFileContext(day.toUri(), JobFiles.configuration());
        files.rename(written, current, Options.Rename.OVERWRITE);
        clean(before == null ? run : before.strip());
    }

    /** Whoever began to read the run before goes on reading. */
    private void clean(String before) throws IOException {
        FileSystem files = JobFiles.of(day);
        for (FileStatus one : files.listStatus(day)) {
            String name = one.getPath().getName();
            boolean isComplete = files.exists(new Path(one.getPath(), SweepReport.FILE));
            if (isComplete && !name.equals(run) && !name.equals(before)) {
                files.delete(one.getPath(), true);
            }
        }
    }

    /** Removes what a run that came to nothing has written. */
    void discard() throws IOException {
        JobFiles.of(day).delete(directory(), true);
    }
}
