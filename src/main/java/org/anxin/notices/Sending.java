package org.anxin.notices;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sends notices as the service is configured. */
@ApplicationScoped
public class Sending {
    private final @Nullable NoticeSender sender;

    Sending(DataSource database, NoticesConfig config, Clock clock) {
        this.sender = config.webhook().url().isEmpty() ? null : new NoticeSender(database, webhook(config, clock));
    }

    private static Webhook webhook(NoticesConfig config, Clock clock) {
        try {
            return new Webhook(
                    config.webhook().url().orElseThrow(),
                    config.webhook().secret().orElse(""),
                    config.webhook().timeout(),
                    config.source(),
                    clock,
                    config.webhook().privateAddresses());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("""
                    通知的接收地址或密钥有误，已拒绝启动：anxin.notices.webhook.url 须为 http 或 https 地址，\
                    anxin.notices.webhook.secret 须为 whsec_ 加24至64字节的 base64。
                    The receiver of notices is configured wrongly, so the service did not start: \
                    anxin.notices.webhook.url is an http or https address, anxin.notices.webhook.secret is whsec_ and 24 \
                    to 64 bytes in base64.""");
        }
    }

    void start(@Observes StartupEvent event) {
        if (sender != null) {
            sender.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (sender != null) {
            sender.close();
        }
    }
}
