package org.anxin.ledger;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Unremovable;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.anxin.load.Background;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: the one place from which the database learns who changes something. Whoever knows who a request is from says so
 * by {@link #inRequest}; every connection that is taken from the pool meanwhile carries it in the settings
 * {@code anxin.actor} and {@code anxin.request}, which the triggers of the audit log and the tables with {@code changed_by}
 * read. It is asked for both pools.
 */
@Singleton
@Unremovable
@Default
@DataSource(Background.POOL)
public class Acting implements AgroalPoolInterceptor {
    private static final String KEY = "org.anxin.ledger.Acting";
    private static final String SET =
            "select set_config('anxin.actor', ?, false), set_config('anxin.request', ?, false)";

    /** Nobody has to log in, or the service does something by itself. */
    public static final Who LOCAL = new Who("local", "");

    /** What the settings of a connection say; nothing for a new one. */
    private final Map<Connection, Who> said = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Somebody, in some request.
     *
     * @param actor id of a user or a system; no line breaks
     * @param request id of the request; empty if there is none
     */
    public record Who(String actor, String request) {
        /** What is stored is a line each. */
        public Who {
            if (actor.isBlank() || actor.indexOf('\n') >= 0 || request.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("an actor or request is one line");
            }
        }
    }

    /** Says who the request is from that this thread serves, for the rest of it, on whichever thread. */
    public static void inRequest(Who who) {
        Context context = context();
        if (context == null) {
            throw new IllegalStateException("no request is being served");
        }
        context.putLocal(KEY, who);
    }

    /** Who acts now. */
    public static Who now() {
        Context context = context();
        Object who = context == null ? null : context.getLocal(KEY);
        return who instanceof Who known ? known : LOCAL;
    }

    /** That of one request; threads beside requests have none. */
    private static @Nullable Context context() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Who who = now();
        if (!who.equals(said.getOrDefault(connection, LOCAL))) {
            try {
                say(connection, who, SET);
                said.put(connection, who);
            } catch (SQLException e) {
                // The connection is broken: whatever is done with it will fail, and nobody is named wrongly.
                said.remove(connection);
                throw new IllegalStateException("the database was not told who acts", e);
            }
        }
    }

    private static void say(Connection connection, Who who, String sql) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(sql)) {
            set.setString(1, who.actor());
            set.setString(2, who.request());
            set.execute();
        }
    }

    /** Says so for the rest of a transaction, in the place of what the connection says. */
    public static void inTransaction(Connection connection, Who who) throws SQLException {
        say(connection, who, SET.replace("false", "true"));
    }
}
