package org.anxin.local;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One server for each directory in a JVM, however many class loaders ask: tests load this class once for each
 * application they start. What they share is the port in a system property. The servers end with the JVM.
 */
final class SharedServers {
    private static final String PORT = "org.anxin.local.port:";
    private static final long CLOSING_SECONDS = 60;

    private SharedServers() {}

    /** The service's access to the server of a directory, started if it does not run yet. */
    static Access service(Path directory) {
        return cluster(directory).access(port(directory), Cluster.SERVICE, Cluster.SERVICE);
    }

    /** The access of whoever owns the service's tables. */
    static Access owner(Path directory) {
        int port = port(directory);
        return cluster(directory).access(port, Cluster.OWNER, Cluster.SERVICE);
    }

    /** The superuser's. */
    static Access superuser(Path directory) {
        int port = port(directory);
        return cluster(directory).access(port, Cluster.SUPERUSER, "postgres");
    }

    /** The key that seals people's names in its database, as the configuration has it. */
    static String personalKey(Path directory) {
        return cluster(directory).personalKey();
    }

    private static Cluster cluster(Path directory) {
        return new Cluster(directory.resolve("cluster"));
    }

    private static int port(Path directory) {
        String key = PORT + directory.toAbsolutePath().normalize();
        // The one object that all class loaders see alike.
        synchronized (System.getProperties()) {
            @Nullable Integer known = Integer.getInteger(key);
            if (known != null) {
                return known;
            }
            PostgresServer server = PostgresServer.start(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "local database"));
            System.setProperty(key, Integer.toString(server.port()));
            return server.port();
        }
    }

    /** Hooks run side by side: the server waits for the application, which may have something to finish in it. */
    private static void stop(PostgresServer server) {
        try {
            @Nullable Application application = Application.currentApplication();
            if (application != null && application.isStarted()) {
                Thread closing = new Thread(application::awaitShutdown, "application's end");
                closing.setDaemon(true);
                closing.start();
                closing.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
            }
            server.close();
        } catch (IOException e) {
            // Its next start replaces what still runs. Loggers are closed by now.
            System.err.println("本地数据库未能停止 / the local database did not stop: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
