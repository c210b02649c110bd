package org.anxin.sweep;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;
import org.anxin.time.Days;

/** The days on which the schedule asks for a run. */
final class NightlyDays {
    private final ExecutionTime times;

    /** @param cron as Quarkus reads it: with seconds, in Quartz' form */
    NightlyDays(String cron) {
        times = ExecutionTime.forCron(
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ)).parse(cron));
    }

    /** The last day whose time has come by {@code now}, as an epoch day; {@link Days#NONE} if none ever has. */
    int lastDue(ZonedDateTime now) {
        // A time that has come this very second counts.
        return times.lastExecution(now.plusSeconds(1))
                .map(time -> (int) time.toLocalDate().toEpochDay())
                .orElse(Days.NONE);
    }
}
