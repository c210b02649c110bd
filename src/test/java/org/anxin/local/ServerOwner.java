package org.anxin.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another JVM that owns a server, and can be killed. */
final class ServerOwner implements AutoCloseable {
    private final Process process;
    private final int port;

    private ServerOwner(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What that JVM runs: it starts the server of a directory, says its port and waits for its end. */
    public static void main(String[] arguments) throws IOException {
        PostgresServer server = PostgresServer.start(Path.of(arguments[0]));
        System.out.println(server.port());
        if (System.in.read() < 0) {
            server.close();
        }
    }

    /** Starts it and waits until its server answers. */
    static ServerOwner start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOwner.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        return new ServerOwner(process, Integer.parseInt(said.readLine()));
    }

    int port() {
        return port;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
