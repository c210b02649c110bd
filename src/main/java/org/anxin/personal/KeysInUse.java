package org.anxin.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** With which keys a database was written. It has no key, but a proof of each. */
final class KeysInUse {
    private KeysInUse() {}

    /**
     * Notes the given keys.
     *
     * @return why they are not those of this database; null if they are
     */
    static @Nullable Bilingual register(DataSource database, PersonalKeys given) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into personal_keys (id, proof) values (?, ?) on conflict do nothing");
                Statement select = connection.createStatement()) {
            for (PersonalKey key : given.all()) {
                insert.setInt(1, key.id());
                insert.setBytes(2, key.proof());
                insert.executeUpdate();
            }
            try (ResultSet row = select.executeQuery("select id, proof from personal_keys order by id")) {
                while (row.next()) {
                    Bilingual problem = problem(given, row.getInt(1), row.getBytes(2));
                    if (problem != null) {
                        return problem;
                    }
                }
            }
            return null;
        }
    }

    private static @Nullable Bilingual problem(PersonalKeys given, int id, byte[] proof) {
        PersonalKey key = given.of(id);
        if (key == null) {
            return new Bilingual(
                    "数据库中还有用密钥 " + id + " 加密的个人信息，而 anxin.personal.keys 中没有该密钥，本服务未启动。"
                            + "请补上该密钥，或先用 personal rotate 换完密钥。",
                    "The database has personal data sealed with key " + id
                            + ", which anxin.personal.keys does not have, so the"
                            + " service did not start. Add that key, or finish personal rotate first.");
        }
        if (!Arrays.equals(key.proof(), proof)) {
            return new Bilingual(
                    "anxin.personal.keys 中的密钥 " + id + " 不是写入该数据库时所用的密钥，本服务未启动。请给出原来的密钥，新密钥须用新的编号。",
                    "Key " + id
                            + " of anxin.personal.keys is not the one that this database was written with, so the service did"
                            + " not start. Give that one; a new key needs a new number.");
        }
        return null;
    }

    /** Forgets the keys that seal nothing any more. */
    static void forgetOthers(Connection connection, int id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from personal_keys where id <> ?")) {
            delete.setInt(1, id);
            delete.executeUpdate();
        }
    }
}
