package org.anxin.registry.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.BitSet;
import org.anxin.time.Days;
import org.anxin.time.Moment;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in PostgreSQL's binary COPY format. A row may be taken back until its end. */
final class StagedRow {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FULL = 48 * 1024;

    /** Above {@link #FULL}, room for the largest row: a dozen texts of at most 200 code points. */
    private static final int SIZE = 64 * 1024;

    /** 2000-01-01, from which PostgreSQL counts. */
    private static final int EPOCH_DAY = 10_957;

    private static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;

    private final CopyIn copy;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    private final BitSet takenDays = new BitSet();
    private String id = "";
    private int begin;
    private int latestDay;
    private long count;

    StagedRow(CopyIn copy) {
        this.copy = copy;
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    /**
     * A new row.
     *
     * @param line where it stands in the file
     * @param fields how many fields follow the line
     */
    void begin(long line, int fields) {
        begin = bytes.position();
        bytes.putShort((short) (fields + 1)).putInt(Long.BYTES).putLong(line);
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) {
        bytes.putInt(value.length).put(value);
    }

    /** The id of the row itself. */
    void id(String id) {
        this.id = id;
        text(id);
    }

    void day(int epochDay) {
        bytes.putInt(Integer.BYTES).putInt(epochDay - EPOCH_DAY);
        latestDay = epochDay;
    }

    /** Two fields: the instant, missing where only the day is known, and the day. */
    void moment(Moment moment) {
        if (moment.micros() == Moment.DAY_ONLY) {
            missing();
        } else {
            bytes.putInt(Long.BYTES).putLong(moment.micros() - EPOCH_MICROS);
        }
        day(moment.day());
        takenDays.set(moment.day() - Days.FIRST);
    }

    void flag(boolean flag) {
        bytes.putInt(1).put((byte) (flag ? 1 : 0));
    }

    void missing() {
        bytes.putInt(-1);
    }

    /** The id that was written last. */
    String id() {
        return id;
    }

    /** The day that was written last. */
    int latestDay() {
        return latestDay;
    }

    /** Days of all moments, counted from {@link Days#FIRST}; those of rows taken back perhaps among them. */
    BitSet takenDays() {
        return takenDays;
    }

    /** Takes the row back. */
    void undo() {
        bytes.position(begin);
    }

    /** The row is complete. */
    void end() throws SQLException {
        count++;
        if (bytes.position() > FULL) {
            send();
        }
    }

    /** No more rows. */
    void finish() throws SQLException {
        bytes.putShort((short) -1);
        send();
        copy.endCopy();
    }

    /** How many rows were completed. */
    long count() {
        return count;
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }
}
