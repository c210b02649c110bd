package db.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.anxin.personal.GivenKeys;
import org.anxin.personal.PersonalField;
import org.anxin.personal.Sealing;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/**
 * Seals the names, identity numbers and phones that are stored. The table is written anew in this one transaction, so that
 * nothing legible stays behind in its files: either all of it is sealed or none.
 */
public class V16__personal_data extends BaseJavaMigration {
    private static final String BEFORE = "/personal/before.sql";
    private static final String AFTER = "/personal/after.sql";
    private static final String LEGIBLE =
            "select no, id, name, id_number, phone from people where num_nonnulls(name, id_number, phone) > 0";
    private static final String SEALED = "insert into sealed values (?, ?, ?, ?)";
    private static final int BATCH = 5_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(script(BEFORE));
            sealAll(connection);
            statement.execute(script(AFTER));
        }
    }

    private static String script(String name) {
        try (InputStream script = V16__personal_data.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("the service was packed without " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys are needed only where there is something to seal. */
    private static void sealAll(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery(LEGIBLE)) {
                if (row.next()) {
                    sealAll(row, connection);
                }
            }
        }
    }

    /** Those of the service; the command that only migrates reads no configuration. */
    private static @Nullable String keys() {
        return ConfigProvider.getConfig()
                .getOptionalValue("anxin.personal.keys", String.class)
                .orElseGet(() -> System.getenv("ANXIN_PERSONAL_KEYS"));
    }

    private static void sealAll(ResultSet row, Connection connection) throws SQLException {
        Sealing sealing = GivenKeys.sealing(keys());
        try (PreparedStatement insert = connection.prepareStatement(SEALED)) {
            int waiting = 0;
            do {
                insert.setLong(1, row.getLong("no"));
                int place = 2;
                for (PersonalField field : PersonalField.values()) {
                    String text = row.getString(field.column());
                    insert.setBytes(place++, sealing.seal(field, row.getString("id"), text));
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            } while (row.next());
            insert.executeBatch();
        }
    }
}
