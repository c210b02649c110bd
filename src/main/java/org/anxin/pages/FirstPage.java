package org.anxin.pages;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.anxin.sweep.FoundGroup;
import org.anxin.time.Days;
import org.jboss.logging.Logger;

/**
 * Makes the first page while the service starts: templates, statements and much of the code behind them are only ready
 * after their first use, and whoever opens the service first would wait for that.
 */
@Singleton
class FirstPage {
    private static final Logger LOG = Logger.getLogger(FirstPage.class);

    /** After the rules are there. */
    private static final int LATE = jakarta.interceptor.Interceptor.Priority.LIBRARY_AFTER;

    private final TodayReading reading;
    private final Pages pages;

    FirstPage(TodayReading reading, Pages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    void make(@Observes @Priority(LATE) StartupEvent event) {
        try {
            for (Language language : Language.values()) {
                Frame frame = pages.frame(language, Section.TODAY, Section.TODAY.path());
                Templates.today(frame, reading.of(Days.NONE, pages.today(), FoundGroup.LISTED, 1))
                        .setLocale(language.locale())
                        .render();
            }
        } catch (SQLException | RuntimeException e) {
            // Whoever asks for the page is told; the service does not need it to start.
            LOG.debug("The first page could not be made ahead", e);
        }
    }
}
