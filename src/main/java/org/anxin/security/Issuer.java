package org.anxin.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns the identity provider on where {@code anxin.identity.issuer} names one: a source of configuration, because the
 * framework would refuse to start with a provider that has no address. Edits in the rule directory then wait for approval,
 * unless something else is said: whoever may write a file is nobody that the issuer knows.
 */
public class Issuer implements ConfigSourceFactory {
    private static final String ISSUER = "anxin.identity.issuer";

    /** Above the service's own settings, below those of the environment. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        @Nullable ConfigValue issuer = context.getValue(ISSUER);
        if (issuer == null || issuer.getValue() == null || issuer.getValue().isEmpty()) {
            return List.of();
        }
        Map<String, String> settings = Map.of(
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.auth-server-url",
                issuer.getValue(),
                "anxin.rules.edits",
                "draft");
        return List.of(new PropertiesConfigSource(settings, "identity provider", ORDINAL));
    }
}
