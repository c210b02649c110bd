package org.anxin.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.anxin.policy.RuleGaps;
import org.anxin.testing.Period;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param directory of the rule files
 * @param mutate whether to change one thing of the rules at a time and see whether a case notices
 * @param json whether to write JSON instead of text
 * @param range the days on which to look for gaps
 */
record CheckOptions(Path directory, boolean mutate, boolean json, Period range) {
    private static final int USUAL_DAYS = 30;

    /** What was asked for cannot be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /**
     * Reads the arguments after the command.
     *
     * @param today where gaps are looked for from, if nothing else is said
     */
    static CheckOptions of(List<String> arguments, LocalDate today) throws UsageException {
        Path directory = null;
        boolean mutate = false;
        boolean json = false;
        LocalDate from = today;
        LocalDate to = null;
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--mutate" -> mutate = true;
                case "--format" -> json = isJson(value(argument, each));
                case "--from" -> from = date(value(argument, each));
                case "--to" -> to = date(value(argument, each));
                default -> directory = directory(argument, directory);
            }
        }
        if (directory == null) {
            throw new UsageException("没有给出规则目录。 / The rule directory is not given.");
        }
        LocalDate last = to == null ? from.plusDays(USUAL_DAYS - 1) : to;
        return new CheckOptions(directory, mutate, json, range(from, last));
    }

    private static Path directory(String argument, @Nullable Path before) throws UsageException {
        if (argument.startsWith("-")) {
            throw new UsageException("没有选项 " + argument + "。 / There is no option " + argument + ".");
        }
        if (before != null) {
            throw new UsageException("只能给出一个目录。 / Give one directory only.");
        }
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageException("目录名无效。 / This is no name of a directory.");
        }
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " 后缺少值。 / " + option + " needs a value.");
        }
        return rest.next();
    }

    private static boolean isJson(String format) throws UsageException {
        if (!List.of("text", "json").contains(format)) {
            throw new UsageException("格式为 text 或 json。 / The format is text or json.");
        }
        return format.equals("json");
    }

    private static LocalDate date(String text) throws UsageException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException("日期写作 2022-04-05。 / A date is written like 2022-04-05.");
        }
    }

    private static Period range(LocalDate from, LocalDate to) throws UsageException {
        long days = to.toEpochDay() - from.toEpochDay();
        if (days < 0 || days >= RuleGaps.MOST_DAYS || from.toEpochDay() < Days.FIRST || to.toEpochDay() > Days.LAST) {
            throw new UsageException("日期范围无效，最多" + RuleGaps.MOST_DAYS + "天。 / The range of days is empty, or more than "
                    + RuleGaps.MOST_DAYS + " days.");
        }
        return new Period((int) from.toEpochDay(), (int) to.toEpochDay());
    }
}
