package org.anxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** CPU time of processes, those included that they started and that have ended. */
final class ProcessTimes {
    private static final double TICKS = 100;

    private ProcessTimes() {}

    /** CPU-seconds so far. */
    static double seconds(List<Long> processes) throws IOException {
        double ticks = 0;
        for (long process : processes) {
            ticks += ticks(process);
        }
        return ticks / TICKS;
    }

    private static long ticks(long process) throws IOException {
        String line;
        try {
            line = Files.readString(Path.of("/proc/" + process + "/stat"));
        } catch (NoSuchFileException e) {
            // It has ended meanwhile, and its parent has counted it.
            return 0;
        }
        // utime, stime, cutime and cstime are fields 14 to 17; the second one is a name in brackets.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11])
                + Long.parseLong(fields[12])
                + Long.parseLong(fields[13])
                + Long.parseLong(fields[14]);
    }
}
