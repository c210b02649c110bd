package org.anxin.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells the database who changes rows: its triggers write down the setting {@code anxin.actor} of the transaction. */
public final class ActorSetting {
    private ActorSetting() {}

    /**
     * Names {@link Caller#current} for the transaction. Where the setting is missing the database says {@code local} by
     * itself, so that costs nothing.
     *
     * @param connection in the transaction
     */
    public static void on(Connection connection) throws SQLException {
        Caller caller = Caller.current();
        if (!caller.identified()) {
            return;
        }
        try (PreparedStatement set = connection.prepareStatement("select set_config('anxin.actor', ?, true)")) {
            set.setString(1, caller.actor());
            set.execute();
        }
    }
}
