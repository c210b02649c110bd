package org.anxin.command;

import java.util.Map;
import javax.sql.DataSource;
import org.anxin.command.CheckOptions.UsageException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the service's variables of the environment name. */
final class NamedDatabase {
    static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String USER = "QUARKUS_DATASOURCE_USERNAME";
    static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

    private NamedDatabase() {}

    /** The address of the database. */
    static String url(Map<String, String> environment) throws UsageException {
        String url = environment.get(URL);
        if (url == null || url.isBlank()) {
            throw new UsageException("请在环境变量 " + URL + " 中给出数据库。 / Name the database in the variable " + URL + ".");
        }
        return url;
    }

    /** The database. */
    static DataSource required(Map<String, String> environment) throws UsageException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url(environment));
        database.setUser(environment.get(USER));
        database.setPassword(environment.get(PASSWORD));
        return database;
    }

    /** The database; null if none is named. */
    static @Nullable DataSource ifNamed(Map<String, String> environment) {
        try {
            return required(environment);
        } catch (UsageException e) {
            return null;
        }
    }
}
