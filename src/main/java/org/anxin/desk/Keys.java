package org.anxin.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anxin.admission.Document;
import org.anxin.admission.DocumentKey;
import org.jspecify.annotations.Nullable;

/**
 * By what tables and locks know a document: the SHA-256 of its key, since numbers can be longer than an index takes.
 *
 * <p>Locks last for the transaction. Whoever works on a batch first locks the batch by its id, then the documents in the
 * order of their numbers, then writes rows; whoever recalls locks one document and then the rows of batches. So nobody waits
 * for somebody who waits for him.
 */
final class Keys {
    private Keys() {}

    /** The key of a document. */
    static byte[] of(DocumentKey key) {
        return hash(key.type() + '\n' + key.number());
    }

    /** The key of a document, null if its number is blank. */
    static byte @Nullable [] of(Document document) {
        DocumentKey key = DocumentKey.of(document);
        return key == null ? null : of(key);
    }

    /** Lets nobody else write about a batch. */
    static void lockBatch(Connection connection, String id) throws SQLException {
        Sql.call(connection, "select pg_advisory_xact_lock(?)", number(hash("batch\n" + id)));
    }

    /** Lets nobody else decide by a document. */
    static void lock(Connection connection, DocumentKey key) throws SQLException {
        Sql.call(connection, "select pg_advisory_xact_lock(?)", number(of(key)));
    }

    /** Locks documents: those that list lots against everybody, others only against whoever finds them false. */
    static void lock(Connection connection, Collection<Document> documents) throws SQLException {
        SortedMap<Long, Boolean> locks = new TreeMap<>();
        for (Document document : documents) {
            byte[] key = of(document);
            if (key != null) {
                locks.merge(number(key), !document.lots().isEmpty(), Boolean::logicalOr);
            }
        }
        if (!locks.isEmpty()) {
            Sql.call(
                    connection,
                    "select lock_documents(?, ?)",
                    connection.createArrayOf("bigint", locks.keySet().toArray()),
                    connection.createArrayOf("boolean", locks.values().toArray()));
        }
    }

    private static long number(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
