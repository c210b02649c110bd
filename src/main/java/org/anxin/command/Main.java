package org.anxin.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.anxin.security.ApiKeys;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the program begins. A command needs neither database nor network, so the application is not even started. */
@QuarkusMain
public final class Main {
    /** Of all loggers: nobody configures them here. */
    private static final Logger LOG = Logger.getLogger("");

    Main() {}

    /**
     * Runs a command and ends with its exit code, or runs the service.
     *
     * @param arguments a command and its options; none for the service
     */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
            return;
        }
        LOG.setLevel(Level.WARNING);
        readNoConfiguration();
        // Messages are in Chinese too, whatever the machine's encoding is.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Clock clock = Clock.systemUTC();
        if (arguments[0].equals("keys")) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(new KeysCommand(out, err, clock, keys()).run(rest));
        }
        System.exit(new CheckCommand(out, err, clock).run(arguments));
    }

    /** Those of the database that the service would use; null if none is named. */
    private static @Nullable ApiKeys keys() {
        String url = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        if (url == null) {
            return null;
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(System.getenv("QUARKUS_DATASOURCE_USERNAME"));
        database.setPassword(System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
        return new ApiKeys(database);
    }

    /**
     * The engine asks for settings, and reading the service's would start its database: there are none here. Whoever asks
     * does so with the class loader of the thread.
     */
    private static void readNoConfiguration() {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        Config none = resolver.getBuilder().build();
        resolver.registerConfig(none, Thread.currentThread().getContextClassLoader());
    }
}
