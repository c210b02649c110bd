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
import javax.sql.DataSource;
import org.anxin.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * The rulesets that stored decisions were made with, kept in the database so that any node can decide by them again. The
 * last few are remembered ready to decide.
 */
@Singleton
public class StoredRulesets {
    private static final int REMEMBERED = 4;

    private final DataSource database;
    private final Map<String, Policy> ready = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Policy> eldest) {
            return size() > REMEMBERED;
        }
    };

    public StoredRulesets(DataSource database) {
        this.database = database;
    }

    /** Stores the policy's rule files unless they are stored already. */
    public synchronized void keep(Policy policy) throws SQLException {
        String id = policy.ruleset().id();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rulesets (id, files) values (?, ?) on conflict do nothing")) {
            insert.setString(1, id);
            insert.setBytes(2, archive(policy.ruleset().files()));
            insert.executeUpdate();
        }
        ready.put(id, policy);
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
    public synchronized @Nullable Policy policy(String id) throws SQLException {
        Policy known = ready.get(id);
        if (known == null) {
            known = stored(id);
            if (known != null) {
                ready.put(id, known);
            }
        }
        return known;
    }

    private @Nullable Policy stored(String id) throws SQLException {
        byte[] archive = archive(id);
        if (archive == null) {
            return null;
        }
        try {
            RuleFiles files = RulesArchive.read(new ByteArrayInputStream(archive));
            Policy policy = files.id().equals(id) ? PolicyCheck.of(files).policy() : null;
            if (policy == null) {
                throw new IllegalStateException("the stored files of " + id + " are not that ruleset");
            }
            return policy;
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
