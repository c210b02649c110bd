package org.anxin.policy;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets that stored decisions were made with, kept in the database so that any node can decide by them again. The
 * last few are remembered ready to decide.
 */
@Singleton
public class StoredRulesets {
    private static final int REMEMBERED = 4;

    private final DataSource database;
    private final Map<String, FutureTask<@Nullable Policy>> ready = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<@Nullable Policy>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public StoredRulesets(DataSource database) {
        this.database = database;
    }

    /** Stores the policy's rule files unless they are stored already. */
    public void keep(Policy policy) throws SQLException {
        String id = policy.ruleset().id();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rulesets (id, files) values (?, ?) on conflict do nothing")) {
            insert.setString(1, id);
            insert.setBytes(2, archive(policy.ruleset().files()));
            insert.executeUpdate();
        }
        FutureTask<@Nullable Policy> known = new FutureTask<>(() -> policy);
        known.run();
        synchronized (ready) {
            ready.put(id, known);
        }
    }

    private static byte[] archive(RuleFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            RulesArchive.write(files, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The ruleset of this id, ready to decide; null if it was never stored.
     *
     * @throws IllegalStateException if what is stored under the id is not that ruleset any more
     */
    public @Nullable Policy policy(String id) throws SQLException {
        FutureTask<@Nullable Policy> known;
        synchronized (ready) {
            known = ready.computeIfAbsent(id, unknown -> new FutureTask<>(() -> stored(unknown)));
        }
        // Compiling takes a while: who asks for the same ruleset waits, who asks for another does not.
        known.run();
        try {
            Policy policy = known.get();
            if (policy == null) {
                forget(id, known);
            }
            return policy;
        } catch (ExecutionException e) {
            forget(id, known);
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a ruleset was compiled", e);
        }
    }

    private void forget(String id, FutureTask<@Nullable Policy> task) {
        synchronized (ready) {
            ready.remove(id, task);
        }
    }

    private static SQLException failure(@Nullable Throwable cause) {
        if (cause instanceof SQLException failure) {
            return failure;
        }
        throw cause instanceof IllegalStateException broken ? broken : new IllegalStateException(cause);
    }

    private @Nullable Policy stored(String id) throws SQLException {
        RuleFiles files = files(id);
        if (files == null) {
            return null;
        }
        // Its cases were run when it was checked.
        Ruleset ruleset = files.id().equals(id) ? Policy.RULEBOOK.read(files).ruleset() : null;
        if (ruleset == null) {
            throw new IllegalStateException("the stored files of " + id + " are not that ruleset");
        }
        return Policy.of(ruleset);
    }

    /**
     * The files of the ruleset of this id, as stored; null if it was never stored.
     *
     * @throws IllegalStateException if they cannot be read
     */
    public @Nullable RuleFiles files(String id) throws SQLException {
        byte[] archive = archive(id);
        try {
            return archive == null ? null : RulesArchive.read(new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new IllegalStateException("the stored files of " + id + " cannot be read", e);
        }
    }

    private byte @Nullable [] archive(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select files from rulesets where id = ?")) {
            select.setString(1, id);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getBytes(1) : null;
            }
        }
    }
}
