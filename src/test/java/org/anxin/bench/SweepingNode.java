package org.anxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.anxin.local.BenchServer;

/** A node that sweeps, a {@link SweepProcess}, with its input and output. */
record SweepingNode(Process process, PrintStream orders, BufferedReader answers) {
    static SweepingNode start(int threads) throws IOException {
        Process process = new ProcessBuilder(
                        "java",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepProcess.class.getName(),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        SweepingNode node = new SweepingNode(
                process,
                new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
                process.inputReader(StandardCharsets.UTF_8));
        node.await("ready");
        return node;
    }

    void end() {
        orders.close();
        process.destroy();
    }

    void order(String order) {
        orders.println(order);
    }

    void open(BenchServer.Database database) throws IOException {
        order("open " + database.url() + " " + database.user() + " " + database.password());
        await("open");
    }

    void close() throws IOException {
        order("close");
        await("close");
    }

    void await(String answer) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(answer)) {
                return;
            }
            System.err.println(line);
        }
        throw new IOException("the node ended");
    }
}
