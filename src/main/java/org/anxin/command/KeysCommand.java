package org.anxin.command;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anxin.security.ApiKey;
import org.anxin.security.ApiKeys;
import org.anxin.security.Role;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code keys make|list|revoke}: keys of machines, in the service's database and without the service. */
final class KeysCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    /** Who made or revoked a key by this way. */
    private static final String ACTOR = "command";

    private static final String USAGE = """
            用法 / usage:
              java -jar quarkus-run.jar keys make --name NAME --role ROLE … [--market ID …] --expires DATE
              java -jar quarkus-run.jar keys list
              java -jar quarkus-run.jar keys revoke ID
            数据库由环境变量 QUARKUS_DATASOURCE_JDBC_URL、_USERNAME、_PASSWORD 指明。
            The environment names the database: QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD.""";

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final @Nullable ApiKeys keys;

    /** @param keys null if no database is named */
    KeysCommand(PrintStream out, PrintStream err, Clock clock, @Nullable ApiKeys keys) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.keys = keys;
    }

    /** Runs the command; answers its exit code. */
    int run(List<String> arguments) {
        try {
            if (keys == null) {
                throw new CheckOptions.UsageException("没有指明数据库。 / No database is named.");
            }
            return run(keys, arguments);
        } catch (CheckOptions.UsageException e) {
            err.println(e.getMessage());
            err.println(USAGE);
        } catch (SQLException e) {
            err.println("数据库无法访问，或尚未由服务建表：" + e.getMessage()
                    + " / The database cannot be reached, or the service has not made its tables yet.");
        }
        return NOT_DONE;
    }

    private int run(ApiKeys stored, List<String> arguments) throws SQLException, CheckOptions.UsageException {
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        switch (verb) {
            case "make" -> make(stored, wanted(rest));
            case "list" -> stored.all().forEach(key -> out.println(line(key)));
            case "revoke" -> out.println(line(revoked(stored, rest)));
            default -> throw new CheckOptions.UsageException("没有此命令。 / There is no such command.");
        }
        return DONE;
    }

    private void make(ApiKeys stored, ApiKeys.Wanted wanted) throws SQLException {
        ApiKeys.Made made = stored.make(wanted, ACTOR);
        err.println(line(made.key()));
        err.println("密钥只显示这一次： / The key is shown only this once:");
        out.println(made.secret());
    }

    private static ApiKey revoked(ApiKeys stored, List<String> rest) throws SQLException, CheckOptions.UsageException {
        ApiKey key = rest.size() == 1 ? stored.revoke(rest.get(0), ACTOR) : null;
        if (key == null) {
            throw new CheckOptions.UsageException("没有此密钥。 / There is no such key.");
        }
        return key;
    }

    private ApiKeys.Wanted wanted(List<String> options) throws CheckOptions.UsageException {
        String name = "";
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> markets = new TreeSet<>();
        int expiresOn = Days.NONE;
        for (int i = 0; i + 1 < options.size(); i += 2) {
            String value = options.get(i + 1);
            switch (options.get(i)) {
                case "--name" -> name = value;
                case "--role" -> roles.add(role(value));
                case "--market" -> markets.add(value);
                case "--expires" -> expiresOn = day(value);
                default -> throw new CheckOptions.UsageException("没有此选项。 / There is no such option.");
            }
        }
        boolean whole = options.size() % 2 == 0 && !name.isBlank() && !roles.isEmpty() && expiresOn != Days.NONE;
        if (!whole || roles.contains(Role.MARKET_ORGANISER) == markets.isEmpty()) {
            throw new CheckOptions.UsageException("须有名称、角色和到期日；只有 market-organiser 有市场，且须有市场。"
                    + " / Name, role and last day are needed; a market-organiser has markets, and only that role.");
        }
        return new ApiKeys.Wanted(name, roles, markets, expiresOn);
    }

    private static Role role(String code) throws CheckOptions.UsageException {
        Role role = Role.of(code);
        if (role == null || !ApiKey.mayHave(role)) {
            String possible = ApiKey.possibleRoles().stream().map(Role::code).collect(Collectors.joining(", "));
            throw new CheckOptions.UsageException("密钥可有的角色 / roles that a key may have: " + possible);
        }
        return role;
    }

    private int day(String text) throws CheckOptions.UsageException {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(LocalDate.now(clock))) {
                return (int) day.toEpochDay();
            }
        } catch (DateTimeException e) {
            // Said below, as for a day that is over.
        }
        throw new CheckOptions.UsageException(
                "到期日写作 2022-12-31，不早于今天。 / The last day is written like 2022-12-31," + " and is not over.");
    }

    private static String line(ApiKey key) {
        List<String> parts = new ArrayList<>(List.of(
                key.id(),
                key.roles().stream().map(Role::code).collect(Collectors.joining(",")),
                String.join(",", key.markets()),
                "until " + Days.text(key.expiresOn()),
                key.lastUsedOn() == Days.NONE ? "never used" : "last used " + Days.text(key.lastUsedOn()),
                key.name()));
        if (key.revoked() != null) {
            parts.add("revoked " + key.revoked());
        }
        parts.removeIf(String::isEmpty);
        return String.join("  ", parts);
    }
}
