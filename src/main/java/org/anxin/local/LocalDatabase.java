package org.anxin.local;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts a PostgreSQL of our own when no other is named, and tells the application where it is (SPEC section 9). It is a
 * source of configuration, because the pool of connections reads its URL from there before any bean exists.
 */
public class LocalDatabase implements ConfigSourceFactory {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String PERSONAL_KEYS = "anxin.personal.keys";
    private static final String DIRECTORY = "anxin.database.directory";

    /** Above the environment: a user or password set there without a URL would not fit this server. */
    private static final int ORDINAL = 500;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!isApplication() || value(context, URL) != null) {
            return List.of();
        }
        Path directory = directory(context);
        Access service = start(directory);
        Access owner = SharedServers.owner(directory);
        Map<String, String> settings = new HashMap<>(Map.of(
                URL,
                service.url(),
                "quarkus.datasource.username",
                service.user(),
                "quarkus.datasource.password",
                service.password(),
                "quarkus.flyway.username",
                owner.user(),
                "quarkus.flyway.password",
                owner.password()));
        if (value(context, PERSONAL_KEYS) == null) {
            settings.put(PERSONAL_KEYS, SharedServers.personalKey(directory));
        }
        return List.of(new PropertiesConfigSource(settings, "local database", ORDINAL));
    }

    private static Path directory(ConfigSourceContext context) {
        @Nullable String directory = value(context, DIRECTORY);
        if (directory == null) {
            throw new IllegalStateException(DIRECTORY + " has no default");
        }
        return Path.of(directory);
    }

    private static Access start(Path directory) {
        try {
            return SharedServers.service(directory);
        } catch (DatabaseStartException e) {
            // Quarkus prints this kind by its message alone before it exits, if it has no cause.
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        @Nullable ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isEmpty() ? null : value.getValue();
    }

    /** Configuration is also read while the application is built, and by JUnit when it only looks for tests. */
    private static boolean isApplication() {
        ClassLoader loader = LocalDatabase.class.getClassLoader();
        @Nullable String name = loader.getName();
        return loader.getClass().getName().startsWith("io.quarkus.bootstrap.runner.")
                || name != null && name.contains("Runtime ClassLoader");
    }
}
