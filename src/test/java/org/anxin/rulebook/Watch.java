package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the process has done to the world, as far as hostile rule files could: canary's songs, files in a directory,
 * threads, system properties, and connections to a port.
 */
record Watch(int songs, List<String> files, Set<String> threads, Map<String, String> properties) {
    /** Where attacks write to. */
    static final Path DIRECTORY = emptied();

    private static final ServerSocketChannel SERVER = listening();

    private static Path emptied() {
        try {
            Path directory = Files.createDirectories(Path.of("target/canary"));
            try (Stream<Path> old = Files.list(directory)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocketChannel listening() {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where attacks connect to. */
    static int port() {
        return SERVER.socket().getLocalPort();
    }

    /** How things stand now. */
    static Watch now() {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().forEach((name, value) -> properties.put(String.valueOf(name), String.valueOf(value)));
        return new Watch(Canary.sung(), listed(), threadsNow(), properties);
    }

    private static List<String> listed() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of the JDK's common pool come and go with the engine's own work, those of the framework with the schedules of a
     * service that other tests have left running.
     */
    private static Set<String> threadsNow() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool")
                        && !thread.getName().startsWith("executor-thread-"))
                .map(thread -> thread.getId() + " " + thread.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether somebody has connected since this was asked last. */
    static boolean connected() {
        try (SocketChannel client = SERVER.accept()) {
            return client != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if anything has been done since. */
    void assertNothingDone(String by) {
        Watch now = now();
        assertThat(now.songs()).as(by).isEqualTo(songs);
        assertThat(now.files()).as(by).isEqualTo(files);
        assertThat(now.properties()).as(by).isEqualTo(properties);
        assertThat(threads).as(by).containsAll(now.threads());
        assertThat(connected()).as(by).isFalse();
    }
}
