package org.anxin.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anxin.text.Bilingual;

/**
 * Runs the programs of PostgreSQL. They refuse to run as root; root therefore runs them in a user namespace in which it
 * is nobody, but still owns its files.
 */
final class Programs {
    private static final List<String> AS_NOBODY = List.of("unshare", "--user", "--");

    private final Path binaries;
    private final List<String> prefix;

    private Programs(Path binaries, List<String> prefix) {
        this.binaries = binaries;
        this.prefix = prefix;
    }

    /**
     * The programs of one installation.
     *
     * @throws DatabaseStartException if this JVM runs as root and may not open a user namespace
     */
    static Programs of(Path binaries) throws IOException {
        if (!UserId.isRoot()) {
            return new Programs(binaries, List.of());
        }
        if (!canBeNobody()) {
            throw new DatabaseStartException(new Bilingual(
                    "PostgreSQL 不能以 root 身份运行，且本机不允许用 unshare 建立用户命名空间，本服务未启动。"
                            + "请以普通用户身份运行服务，或用 QUARKUS_DATASOURCE_JDBC_URL 指定其他数据库。",
                    "PostgreSQL does not run as root, and this machine does not let unshare open a user namespace, so the"
                            + " service did not start. Run it as an ordinary user, or name another database in"
                            + " QUARKUS_DATASOURCE_JDBC_URL."));
        }
        return new Programs(binaries, AS_NOBODY);
    }

    private static boolean canBeNobody() {
        List<String> command = new ArrayList<>(AS_NOBODY);
        command.add("true");
        try {
            return execute(command).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program to its end. */
    Result run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return execute(command);
    }

    private static Result execute(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // What the user's shell says about languages and other databases must not matter.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(await(process), output);
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * How a program ended.
     *
     * @param exitCode 0 if all went well
     * @param output all that it printed
     */
    record Result(int exitCode, String output) {
        boolean failed() {
            return exitCode != 0;
        }
    }
}
