package org.anxin.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.anxin.command.CheckOptions.UsageException;
import org.anxin.lake.LakeShape;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What lake was asked for on the command line.
 *
 * @param to the directory to write
 * @param day as an epoch day
 * @param ruleset null for the one in force on the day
 * @param shapes which tables
 * @param people how many to generate; 0 if none
 * @param seed of what is generated
 * @param csv whether to write what the service imports, too
 */
record LakeOptions(
        Path to, int day, @Nullable String ruleset, Set<LakeShape> shapes, long people, long seed, boolean csv) {
    private static final long MOST_PEOPLE = 10_000_000_000L - 1;

    /**
     * Reads the arguments after the command.
     *
     * @param today the day, if nothing else is said
     */
    static LakeOptions of(List<String> arguments, int today) throws UsageException {
        Path to = null;
        int day = today;
        String ruleset = null;
        Set<LakeShape> shapes = EnumSet.noneOf(LakeShape.class);
        long people = 0;
        long seed = 1;
        boolean csv = false;
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--to" -> to = path(value(argument, each));
                case "--day" -> day = day(value(argument, each));
                case "--ruleset" -> ruleset = value(argument, each);
                case "--shape" -> shapes.add(shape(value(argument, each)));
                case "--people" -> people = number(argument, value(argument, each), 1, MOST_PEOPLE);
                case "--seed" -> seed = number(argument, value(argument, each), 0, Long.MAX_VALUE);
                case "--csv" -> csv = true;
                default -> throw new UsageException("没有选项 " + argument + "。 / There is no option " + argument + ".");
            }
        }
        if (to == null) {
            throw new UsageException("须给出 --to。 / --to is needed.");
        }
        return new LakeOptions(
                to, day, ruleset, shapes.isEmpty() ? EnumSet.of(LakeShape.WIDE) : shapes, people, seed, csv);
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " 后缺少值。 / " + option + " needs a value.");
        }
        return rest.next();
    }

    private static Path path(String name) throws UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("目录名无效。 / This is no name of a directory.");
        }
    }

    private static int day(String text) throws UsageException {
        try {
            int day = Math.toIntExact(LocalDate.parse(text).toEpochDay());
            if (day >= Days.FIRST && day <= Days.LAST) {
                return day;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below, as for a day out of range.
        }
        throw new UsageException("日期写作 2022-04-05。 / A date is written like 2022-04-05.");
    }

    private static LakeShape shape(String name) throws UsageException {
        return switch (name) {
            case "wide" -> LakeShape.WIDE;
            case "narrow" -> LakeShape.NARROW;
            default -> throw new UsageException("形状为 wide 或 narrow。 / The shape is wide or narrow.");
        };
    }

    private static long number(String option, String text, long least, long most) throws UsageException {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new UsageException(option + " 须为 " + least + " 至 " + most + " 的整数。 / " + option
                + " is a whole number from " + least + " to " + most + ".");
    }
}
