package org.anxin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.anxin.text.Bilingual;

/**
 * What a service that was killed left behind: its server, which still runs, or only a {@code postmaster.pid}. A process
 * is ours if it is a postgres that works in the data directory, whatever number the file names: after a restart of the
 * machine that number may be anybody's.
 *
 * @param data PostgreSQL's own directory
 */
record Leftover(Path data) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 20;

    /**
     * Ends what is ours and touches nothing else. Only the owner of the directory may call it.
     *
     * @throws DatabaseStartException if a process of ours does not end
     */
    void clear(Programs programs) throws IOException {
        // Orderly first; then as in a crash, from which the next start recovers.
        if (!servers().isEmpty() && !stop(programs, "fast") && !stop(programs, "immediate")) {
            servers().forEach(ProcessHandle::destroyForcibly);
        }
        awaitEnd();
        Path postmaster = data.resolve("postmaster.pid");
        if (Files.exists(postmaster) && ProcessHandle.of(pid(postmaster)).isPresent()) {
            // A stranger's number: PostgreSQL would take the stranger for a server and refuse to start.
            Files.delete(postmaster);
        }
    }

    /** The server, and those of its processes that have outlived it for a moment. */
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return process.info().command().orElse("").endsWith("/postgres")
                    && Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            // Not ours to look into, or just ended.
            return false;
        }
    }

    private boolean stop(Programs programs, String mode) throws IOException {
        List<String> arguments =
                List.of("stop", "--pgdata=" + data, "--mode=" + mode, "--wait", "--timeout=" + PATIENCE.toSeconds());
        return !programs.run("pg_ctl", arguments).failed();
    }

    private void awaitEnd() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!servers().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new DatabaseStartException(new Bilingual(
                        "上次运行留下的 PostgreSQL 进程（" + pids() + "）无法结束，本服务未启动。请结束这些进程后重新启动。",
                        "A PostgreSQL process (" + pids()
                                + ") left by an earlier run does not end, so the service did not"
                                + " start. End it, and start again."));
            }
            pause();
        }
    }

    private List<Long> pids() {
        return servers().stream().map(ProcessHandle::pid).toList();
    }

    /** The number in its first line; -1 if there is none. */
    private static long pid(Path postmaster) throws IOException {
        try {
            return Long.parseLong(
                    Files.readString(postmaster).lines().findFirst().orElse("").trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
