package org.anxin.sweep;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import org.anxin.registry.LeftCopy;
import org.anxin.time.Days;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of COPY, which the database neither parses nor converts. */
public final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** Days between 1970-01-01 and 2000-01-01, from which PostgreSQL counts. */
    private static final int EPOCH = 10_957;

    private static final int TEXT_TYPE = 25;
    private static final int DATE_TYPE = 1082;
    private static final int FIRST_SIZE = 1 << 16;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private int rows;

    /** None yet. */
    public BinaryRows() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        size = SIGNATURE.length;
        int32(0);
        int32(0);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Begins a row of so many fields. */
    public void row(int fields) {
        int16(fields);
        rows++;
    }

    /** A {@code bigint}. */
    public void bigint(long value) {
        int32(Long.BYTES);
        int32((int) (value >> Integer.SIZE));
        int32((int) value);
    }

    /** An {@code integer}. */
    public void integer(int value) {
        int32(Integer.BYTES);
        int32(value);
    }

    /** A {@code text}; nearly all of it is ASCII. */
    public void text(String value) {
        int length = value.length();
        room(Integer.BYTES + length);
        int begin = size + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                encoded(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[begin + i] = (byte) c;
        }
        int32(length);
        size += length;
    }

    private void encoded(byte[] text) {
        int32(text.length);
        raw(text);
    }

    /**
     * A {@code date}.
     *
     * @param day an epoch day; {@link Days#NONE} for null
     */
    public void day(int day) {
        if (day == Days.NONE) {
            int32(-1);
        } else {
            integer(day - EPOCH);
        }
    }

    /** An array of texts, given as one with a separator between them. */
    public void texts(String joined, char separator) {
        if (joined.isEmpty()) {
            empty(TEXT_TYPE);
            return;
        }
        int begin = begin(TEXT_TYPE, 1 + count(joined, separator));
        int at = 0;
        for (int end = joined.indexOf(separator); end >= 0; end = joined.indexOf(separator, at)) {
            text(joined.substring(at, end));
            at = end + 1;
        }
        text(at == 0 ? joined : joined.substring(at));
        end(begin);
    }

    /** An array of epoch days. */
    public void days(Collection<Integer> days) {
        if (days.isEmpty()) {
            empty(DATE_TYPE);
            return;
        }
        int begin = begin(DATE_TYPE, days.size());
        for (int day : days) {
            day(day);
        }
        end(begin);
    }

    private static int count(String text, char sought) {
        int count = 0;
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
            count++;
        }
        return count;
    }

    private void empty(int type) {
        int32(3 * Integer.BYTES);
        int32(0);
        int32(0);
        int32(type);
    }

    /** Begins an array of one dimension, and tells where. */
    private int begin(int type, int length) {
        int begin = size;
        int32(0);
        int32(1);
        int32(0);
        int32(type);
        int32(length);
        int32(1);
        return begin;
    }

    private void end(int begin) {
        int end = size;
        size = begin;
        int32(end - begin - Integer.BYTES);
        size = end;
    }

    /** Copies the rows into a table, if there are any. */
    public void copy(Connection connection, String into) throws SQLException {
        if (rows == 0) {
            return;
        }
        int16(-1);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin (format binary)");
        try {
            copy.writeToCopy(bytes, 0, size);
            copy.endCopy();
        } finally {
            LeftCopy.cancel(copy, connection);
        }
    }

    private void int16(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void int32(int value) {
        room(Integer.BYTES);
        bytes[size++] = (byte) (value >> 24);
        bytes[size++] = (byte) (value >> 16);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
