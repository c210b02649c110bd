package org.anxin.command;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.personal.Forgetting;
import org.anxin.personal.PersonalKeys;
import org.anxin.personal.Rotation;
import org.anxin.personal.Sealing;
import org.anxin.personal.UnreadablePersonalException;
import org.jspecify.annotations.Nullable;

/** {@code personal key|rotate|forget}: keys that seal names, identity numbers and phones, and the end of keeping them. */
final class PersonalCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    private static final String USAGE = """
            用法 / usage:
              java -jar quarkus-run.jar personal key [编号]   生成一个密钥，编号 1 至 255 / makes a key with a number from 1 to 255
              java -jar quarkus-run.jar personal rotate      用第一个密钥重新加密 / seals anew with the first key
              java -jar quarkus-run.jar personal forget --before 日期   清除该日之前即已无岗位、采样和缺勤的人员的个人信息
                                                                / forgets people about whom nothing is of that day or later
            密钥和数据库由环境变量指明：ANXIN_PERSONAL_KEYS、QUARKUS_DATASOURCE_JDBC_URL、_USERNAME、_PASSWORD。
            The environment has the keys and the database: ANXIN_PERSONAL_KEYS, QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD.""";

    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable String keys;
    private final @Nullable DataSource database;

    /**
     * Reads what the environment has.
     *
     * @param keys null if none are given
     * @param database null if none is named
     */
    PersonalCommand(PrintStream out, PrintStream err, @Nullable String keys, @Nullable DataSource database) {
        this.out = out;
        this.err = err;
        this.keys = keys;
        this.database = database;
    }

    /** Runs the command; answers its exit code. */
    int run(List<String> arguments) {
        try {
            switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                case "key" -> out.println(PersonalKeys.fresh(number(arguments)));
                case "rotate" -> rotate(arguments);
                case "forget" -> forget(arguments);
                default -> throw new CheckOptions.UsageException("没有此命令。 / There is no such command.");
            }
            return DONE;
        } catch (CheckOptions.UsageException e) {
            err.println(e.getMessage());
            err.println(USAGE);
        } catch (PersonalKeys.BadKeysException e) {
            err.println("ANXIN_PERSONAL_KEYS: " + e.getMessage());
        } catch (UnreadablePersonalException e) {
            err.println("所给密钥打不开库中的数据；原有密钥也须列在 ANXIN_PERSONAL_KEYS 中。 / The keys that are given do not open what is"
                    + " stored; the former keys must be in ANXIN_PERSONAL_KEYS too: "
                    + e.getMessage());
        } catch (SQLException e) {
            err.println("数据库无法访问，或尚未由服务建表：" + e.getMessage()
                    + " / The database cannot be reached, or the service has not made its tables yet.");
        }
        return NOT_DONE;
    }

    private static int number(List<String> arguments) throws CheckOptions.UsageException {
        if (arguments.size() == 1) {
            return 1;
        }
        try {
            int number = Integer.parseInt(arguments.get(1));
            if (arguments.size() == 2 && number >= 1 && number <= PersonalKeys.HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CheckOptions.UsageException("编号为 1 至 255。 / The number is from 1 to 255.");
    }

    private void forget(List<String> arguments) throws SQLException, CheckOptions.UsageException {
        if (arguments.size() != 3 || !arguments.get(1).equals("--before") || database == null) {
            throw new CheckOptions.UsageException("须给出日期和数据库。 / The day and the database are needed.");
        }
        Forgetting.Forgotten gone = new Forgetting(database).run(day(arguments.get(2)), "command", "personal forget");
        if (gone == null) {
            throw new CheckOptions.UsageException("正由他处清除。 / Somebody else is forgetting people just now.");
        }
        out.printf(
                "已清除 %d 人的个人信息及 %d 条采样和缺勤；各项数字不变。 / %d people were forgotten, with %d samples and absences; all"
                        + " counts stay.%n",
                gone.people(), gone.records(), gone.people(), gone.records());
    }

    private static LocalDate day(String text) throws CheckOptions.UsageException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CheckOptions.UsageException("日期写作 2022-04-05。 / A date is written like 2022-04-05.");
        }
    }

    private void rotate(List<String> arguments) throws SQLException, CheckOptions.UsageException {
        if (arguments.size() > 1 || keys == null || database == null) {
            throw new CheckOptions.UsageException("须给出密钥和数据库。 / The keys and the database are needed.");
        }
        long people = new Rotation(database, new Sealing(PersonalKeys.of(keys)))
                .run(done -> err.printf("%d 人 / people%n", done));
        out.printf(
                "已用第一个密钥重新加密 %d 人；其余密钥已不再使用。 / %d people were sealed anew with the first key; no other is in use any"
                        + " more.%n",
                people, people);
    }
}
