package org.anxin.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.anxin.command.CheckOptions.UsageException;
import org.anxin.ledger.LogKind;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the decision log was asked for on the command line.
 *
 * @param from epoch day
 * @param to epoch day
 * @param kind null for all
 */
record LogOptions(int from, int to, @Nullable LogKind kind) {
    /** Reads the arguments after the command. */
    static LogOptions of(List<String> arguments) throws UsageException {
        int from = Days.FIRST;
        int to = Days.LAST;
        LogKind kind = null;
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--from" -> from = day(value(argument, each));
                case "--to" -> to = day(value(argument, each));
                case "--kind" -> kind = kind(value(argument, each));
                default -> throw new UsageException("没有选项 " + argument + "。 / There is no option " + argument + ".");
            }
        }
        return new LogOptions(from, to, kind);
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " 后缺少值。 / " + option + " needs a value.");
        }
        return rest.next();
    }

    private static int day(String text) throws UsageException {
        try {
            return (int) LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            throw new UsageException("日期写作 2022-04-05。 / A date is written like 2022-04-05.");
        }
    }

    private static LogKind kind(String name) throws UsageException {
        return Arrays.stream(LogKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("没有这一种类。 / There is no such kind."));
    }
}
