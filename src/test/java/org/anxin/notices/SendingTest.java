package org.anxin.notices;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A receiver that is configured wrongly is refused at the start, and not when the first notice is due. */
class SendingTest {
    private static final String URL = "anxin.notices.webhook.url";
    private static final String SECRET = "anxin.notices.webhook.secret";
    private static final String GOOD = "whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";

    private static void configure(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(NoticesConfig.class);
        builder.withDefaultValue("anxin.notices.webhook.timeout", "PT10S");
        values.forEach(builder::withDefaultValue);
        SmallRyeConfig config = builder.build();
        new Sending(new PGSimpleDataSource(), config.getConfigMapping(NoticesConfig.class), Clock.systemUTC());
    }

    @Test
    void withoutAReceiverNoticesAreInTheInboxOnly() {
        assertThatCode(() -> configure(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void aReceiverHasAnAddressAndASecret() {
        assertThatCode(() -> configure(Map.of(URL, "https://example.org/in", SECRET, GOOD)))
                .doesNotThrowAnyException();
        for (Map<String, String> wrong : List.of(
                Map.of(URL, "https://example.org/in"),
                Map.of(URL, "example.org", SECRET, GOOD),
                Map.of(URL, "https://exa mple.org", SECRET, GOOD),
                Map.of(URL, "https://example.org/in", SECRET, "short"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> configure(wrong))
                    .withMessageContaining(SECRET)
                    .withMessageNotContaining("short");
        }
    }
}
