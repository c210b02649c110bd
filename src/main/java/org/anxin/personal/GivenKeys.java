package org.anxin.personal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The keys of the configuration. Without them, or with other ones than the database was written with, nothing starts. */
@Singleton
public class GivenKeys {
    private final DataSource database;
    private final Optional<String> given;

    GivenKeys(DataSource database, PersonalConfig config) {
        this.database = database;
        this.given = config.keys();
    }

    /** Seals and opens with them. */
    @Produces
    @Singleton
    Sealing sealing() {
        return sealing(given.orElse(null));
    }

    /**
     * Seals and opens with these keys.
     *
     * @param given as the configuration has them; null if it has none
     * @throws ConfigurationException with a message for whoever starts the service
     */
    public static Sealing sealing(@Nullable String given) {
        if (given == null) {
            throw refusal(new Bilingual(
                    "未给出保护个人信息的密钥，本服务未启动。请设置 ANXIN_PERSONAL_KEYS（anxin.personal.keys）；"
                            + "java -jar quarkus-run.jar personal key 可生成一个。请妥善保管：丢失后姓名、证件号码和电话无法恢复。",
                    "There is no key to seal personal data with, so the service did not start. Set ANXIN_PERSONAL_KEYS"
                            + " (anxin.personal.keys); java -jar quarkus-run.jar personal key makes one. Keep it safe: without"
                            + " it nobody can read names, identity numbers and phones any more."));
        }
        try {
            return new Sealing(PersonalKeys.of(given));
        } catch (PersonalKeys.BadKeysException e) {
            throw refusal(new Bilingual(
                    "anxin.personal.keys 有误：" + e.problem().zh() + "。本服务未启动。",
                    "anxin.personal.keys: " + e.problem().en() + ". The service did not start."));
        }
    }

    /** After the migrations, and before anybody's name is read or written. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start, Sealing sealing)
            throws SQLException {
        Bilingual problem = KeysInUse.register(database, sealing.keys());
        if (problem != null) {
            throw refusal(problem);
        }
    }

    /** The one kind of exception that Quarkus prints by its message alone before it exits. */
    private static ConfigurationException refusal(Bilingual problem) {
        return new ConfigurationException(problem.zh() + "\n" + problem.en());
    }
}
