package org.anxin.registry;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query in the binary form of COPY: one array of bytes a row, read in place. For millions of rows this costs a
 * fraction of a result set, which makes an object of every field. The connection does nothing else meanwhile.
 */
public final class CopiedRows implements AutoCloseable {
    /** Signature and flags; the length of an extension follows. */
    private static final int HEADER = 15;

    /** Days between 1970-01-01 and 2000-01-01, from which PostgreSQL counts. */
    private static final int EPOCH = 10_957;

    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final CopyOut copy;
    private byte[] row = NOTHING;
    private int at;
    private int length;

    /** @param query a query without parameters; whatever it contains is trusted */
    public CopiedRows(Connection connection, String query) throws SQLException {
        this.connection = connection;
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        try {
            if (read()) {
                at = HEADER;
                int extension = int32();
                at += extension;
            }
        } catch (SQLException e) {
            LeftCopy.cut(copy, connection);
            throw e;
        }
    }

    private boolean read() throws SQLException {
        byte @Nullable [] next = copy.readFromCopy();
        row = next == null ? NOTHING : next;
        at = 0;
        return next != null;
    }

    /** Goes to the next row, if there is one. */
    public boolean next() throws SQLException {
        if (at == row.length && !read()) {
            return false;
        }
        int fields = row[at] << 8 | row[at + 1] & 0xFF;
        at += Short.BYTES;
        return fields >= 0;
    }

    /** Goes to the next field of the row. False if it is null. */
    private boolean field() {
        length = int32();
        return length >= 0;
    }

    /** A {@code bigint} that is not null. */
    public long bigint() {
        field();
        long high = int32();
        return high << Integer.SIZE | int32() & 0xFFFF_FFFFL;
    }

    /** An {@code integer}, or {@code missing} where it is null. */
    public int integer(int missing) {
        return field() ? int32() : missing;
    }

    /** A {@code date} as an epoch day, or {@code missing} where it is null. */
    public int day(int missing) {
        return field() ? int32() + EPOCH : missing;
    }

    /** A {@code text} that is not null. */
    public String text() {
        field();
        String text = new String(row, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A {@code text} of which there are few: the same instance each time. Empty where it is null. */
    public String word(SharedWords words) {
        if (!field()) {
            return "";
        }
        at += length;
        return words.of(row, at - length, length);
    }

    /** A {@code bytea}: the number of its bytes, which the caller reads with {@link #int32()}; 0 where it is null. */
    int bytes() {
        return field() ? length : 0;
    }

    /** Passes over the next field. */
    void skip() {
        if (field()) {
            at += length;
        }
    }

    /** The next four bytes of a field. */
    int int32() {
        int value = row[at] << 24 | (row[at + 1] & 0xFF) << 16 | (row[at + 2] & 0xFF) << 8 | row[at + 3] & 0xFF;
        at += Integer.BYTES;
        return value;
    }

    /** Ends the copying, if it has not come to its end. */
    @Override
    public void close() throws SQLException {
        try {
            while (copy.isActive() && copy.readFromCopy() != null) {
                // The end of the rows is read like a row.
                at = 0;
            }
        } finally {
            LeftCopy.cut(copy, connection);
        }
    }
}
