package org.anxin.spark;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param lake the lake to read; null if the database is read
 * @param narrow whether the lake's narrow tables are read
 * @param database the database to read; null if a lake is read
 * @param rules the directory of the rules
 * @param asOf as an epoch day; {@link Days#NONE} for the day that the lake was made for
 * @param to where the days lie
 */
record JobOptions(
        @Nullable String lake, boolean narrow, @Nullable DatabaseAccess database, String rules, int asOf, String to) {
    static final String USAGE = """
            用法 / usage: spark-submit --class org.anxin.spark.SweepJob anxin-spark-job.jar
              --lake DIR [--shape wide|narrow] | --jdbc URL --user NAME    读湖或数据库 / reads a lake, or the database
              --to DIR               结果目录 / where the results go
              [--rules DIR]          默认为湖中的 rules/ / default: rules/ of the lake
              [--day DATE]           默认为湖的日期 / default: the lake's day
            数据库密码在环境变量 ANXIN_JDBC_PASSWORD 中。 / The variable ANXIN_JDBC_PASSWORD has the database's password.""";

    /** What was asked for cannot be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static JobOptions of(String[] arguments, Map<String, String> environment) throws UsageException {
        @Nullable String lake = null;
        @Nullable String url = null;
        @Nullable String rules = null;
        @Nullable String to = null;
        String user = "";
        boolean narrow = false;
        int asOf = Days.NONE;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new UsageException(arguments[i] + " 后缺少值。 / " + arguments[i] + " needs a value.");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--lake" -> lake = value;
                case "--shape" -> narrow = narrow(value);
                case "--jdbc" -> url = value;
                case "--user" -> user = value;
                case "--rules" -> rules = value;
                case "--day" -> asOf = day(value);
                case "--to" -> to = value;
                default -> throw new UsageException("没有此选项。 / There is no such option.");
            }
        }
        if (to == null || (lake == null) == (url == null)) {
            throw new UsageException("须有 --to，以及 --lake 或 --jdbc。 / --to is needed, and either --lake or --jdbc.");
        }
        if (lake == null && (rules == null || asOf == Days.NONE)) {
            throw new UsageException("读数据库时须有 --rules 和 --day。 / With --jdbc, --rules and --day are needed.");
        }
        @Nullable
        DatabaseAccess database =
                url == null ? null : new DatabaseAccess(url, user, environment.getOrDefault("ANXIN_JDBC_PASSWORD", ""));
        return new JobOptions(lake, narrow, database, rules == null ? lake + "/rules" : rules, asOf, to);
    }

    private static boolean narrow(String shape) throws UsageException {
        return switch (shape) {
            case "wide" -> false;
            case "narrow" -> true;
            default -> throw new UsageException("形状为 wide 或 narrow。 / The shape is wide or narrow.");
        };
    }

    private static int day(String text) throws UsageException {
        try {
            return (int) LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            throw new UsageException("日期写作 2022-04-05。 / A date is written like 2022-04-05.");
        }
    }
}
