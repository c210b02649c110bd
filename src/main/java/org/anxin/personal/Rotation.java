package org.anxin.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Seals with the first key what is sealed with others. Each batch is a transaction, so that it may be stopped at any time and
 * goes on where it was; the service runs meanwhile.
 */
public final class Rotation {
    private static final int BATCH = 2_000;
    private static final int MOST_ATTEMPTS = 5;
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01");
    private static final String OTHERS = """
            select no, id, name, id_number, phone from people where no > ? and (
                get_byte(name, 0) <> ? or get_byte(id_number, 0) <> ? or get_byte(phone, 0) <> ?)
            order by no limit ? for no key update""";

    private final DataSource database;
    private final Sealing sealing;

    /** Seals anew what is in a database. */
    public Rotation(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /** People of one batch. */
    private static final class Batch {
        private final List<Long> nos = new ArrayList<>();
        private final List<byte @Nullable []> names = new ArrayList<>();
        private final List<byte @Nullable []> idNumbers = new ArrayList<>();
        private final List<byte @Nullable []> phones = new ArrayList<>();

        private long last() {
            return nos.get(nos.size() - 1);
        }
    }

    /**
     * Does it for all people, and has the database forget the other keys.
     *
     * @param progress told after each batch how many people are done
     * @return how many people were sealed anew
     * @throws UnreadablePersonalException if a key that is needed is not given
     */
    public long run(LongConsumer progress) throws SQLException {
        refuseOthersKeys();
        long done = 0;
        long last = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement who = connection.createStatement()) {
                who.execute("select set_config('anxin.actor', 'command', false),"
                        + " set_config('anxin.request', 'personal rotate', false)");
            }
            connection.commit();
            for (Batch batch = next(connection, last); batch != null; batch = next(connection, last)) {
                last = batch.last();
                done += batch.nos.size();
                progress.accept(done);
            }
            KeysInUse.forgetOthers(connection, sealing.firstKey());
            connection.commit();
        }
        return done;
    }

    private void refuseOthersKeys() throws SQLException {
        if (KeysInUse.register(database, sealing.keys()) != null) {
            throw new UnreadablePersonalException("the keys are not those of this database");
        }
    }

    /** Seals the next batch; null if there is none. Imports that write the same people may win the race for some. */
    private @Nullable Batch next(Connection connection, long after) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                Batch batch = read(connection, after);
                if (batch != null) {
                    write(connection, batch);
                }
                connection.commit();
                return batch;
            } catch (SQLException e) {
                connection.rollback();
                if (attempt == MOST_ATTEMPTS || e.getSQLState() == null || !LOST_RACE.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private @Nullable Batch read(Connection connection, long after) throws SQLException {
        Batch batch = new Batch();
        try (PreparedStatement select = connection.prepareStatement(OTHERS)) {
            select.setLong(1, after);
            for (int place = 2; place <= 4; place++) {
                select.setInt(place, sealing.firstKey());
            }
            select.setInt(5, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batch.nos.add(row.getLong("no"));
                    batch.names.add(anew(PersonalField.NAME, row));
                    batch.idNumbers.add(anew(PersonalField.ID_NUMBER, row));
                    batch.phones.add(anew(PersonalField.PHONE, row));
                }
            }
        }
        return batch.nos.isEmpty() ? null : batch;
    }

    private byte @Nullable [] anew(PersonalField field, ResultSet row) throws SQLException {
        String id = row.getString("id");
        return sealing.seal(field, id, sealing.open(field, id, row.getBytes(field.column())));
    }

    private static void write(Connection connection, Batch batch) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("select seal_anew(?, ?, ?, ?)")) {
            update.setArray(1, connection.createArrayOf("bigint", batch.nos.toArray()));
            update.setArray(2, connection.createArrayOf("bytea", batch.names.toArray(new byte[0][])));
            update.setArray(3, connection.createArrayOf("bytea", batch.idNumbers.toArray(new byte[0][])));
            update.setArray(4, connection.createArrayOf("bytea", batch.phones.toArray(new byte[0][])));
            update.execute();
        }
    }
}
