package org.anxin.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What something took, of Linux.
 *
 * @param wall seconds
 * @param cpu seconds of all processes that had a part in it
 * @param memory most bytes resident in one of them at any time, 0 if none was its own
 */
record Used(double wall, double cpu, long memory) {
    private static final double TICKS = 100;

    /** Of a job that other processes do, which live on. */
    static Used by(Job job, List<Long> processes) throws IOException, InterruptedException {
        // A child of this process that ends within the job is counted by its parent.
        List<Long> counted = new ArrayList<>(processes);
        counted.add(ProcessHandle.current().pid());
        double before = seconds(counted);
        long begin = System.nanoTime();
        job.run();
        double wall = (System.nanoTime() - begin) / 1e9;
        long memory = processes.isEmpty() ? 0 : peak(processes.get(processes.size() - 1));
        return new Used(wall, seconds(counted) - before, memory);
    }

    /** What is measured. */
    interface Job {
        void run() throws IOException, InterruptedException;
    }

    /** Of a process from its start to its end, and of others meanwhile. */
    static Used by(ProcessBuilder command, List<Long> besides) throws IOException, InterruptedException {
        double before = seconds(besides);
        long begin = System.nanoTime();
        Process process = command.start();
        double cpu = 0;
        long memory = 0;
        while (process.isAlive()) {
            cpu = Math.max(cpu, seconds(List.of(process.pid())));
            memory = Math.max(memory, peak(process.pid()));
            Thread.sleep(20);
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command.command());
        }
        return new Used(wall, cpu + seconds(besides) - before, memory);
    }

    static Used median(List<Used> all) {
        return new Used(
                median(all, Used::wall),
                median(all, Used::cpu),
                all.stream().mapToLong(Used::memory).max().orElse(0));
    }

    private static double median(List<Used> all, ToDoubleFunction<Used> member) {
        double[] sorted = all.stream().mapToDouble(member).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double seconds(List<Long> processes) throws IOException {
        double ticks = 0;
        for (long process : processes) {
            try {
                String line = Files.readString(Path.of("/proc/" + process + "/stat"));
                // utime, stime, cutime and cstime are fields 14 to 17; the second one is a name in brackets.
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                for (int i = 11; i <= 14; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            } catch (NoSuchFileException e) {
                // It has ended meanwhile.
            }
        }
        return ticks / TICKS;
    }

    private static long peak(long process) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (NoSuchFileException e) {
            // It has ended meanwhile.
        }
        return 0;
    }
}
