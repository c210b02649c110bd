package org.anxin.lake;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.anxin.time.Days;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as rows of a table.
 *
 * @param <T> what becomes a row
 */
abstract class FactWriting<T> extends WriteSupport<T> {
    private final MessageType schema;
    private GroupType group;
    private @Nullable RecordConsumer out;

    FactWriting(MessageType schema) {
        this.schema = schema;
        this.group = schema;
    }

    /** Writes the columns of a row. */
    abstract void fields(T row);

    /** Never asked, and must be there all the same. */
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.out = consumer;
    }

    @Override
    public void write(T row) {
        out().startMessage();
        fields(row);
        out().endMessage();
    }

    private RecordConsumer out() {
        return Objects.requireNonNull(out, "not prepared");
    }

    /**
     * Writes a column of the row or of the list's element: a {@link Long}, a day as an {@link Integer}, or a text.
     *
     * @param value null, or a day that is none or open, is left out
     */
    final void field(int index, @Nullable Object value) {
        if (value == null || value instanceof Integer day && !Days.known(day)) {
            return;
        }
        String name = group.getFieldName(index);
        out().startField(name, index);
        if (value instanceof Long number) {
            out().addLong(number);
        } else if (value instanceof Integer day) {
            out().addInteger(day);
        } else {
            out().addBinary(Binary.fromString((String) value));
        }
        out().endField(name, index);
    }

    /**
     * Writes a column that is a list; nothing is written of an empty one but that it is there.
     *
     * @param count how many elements it has
     * @param element writes the columns of one
     */
    final void list(int index, int count, IntConsumer element) {
        String name = schema.getFieldName(index);
        out().startField(name, index);
        out().startGroup();
        if (count > 0) {
            out().startField("list", 0);
            group = schema.getType(index)
                    .asGroupType()
                    .getType(0)
                    .asGroupType()
                    .getType(0)
                    .asGroupType();
            for (int i = 0; i < count; i++) {
                out().startGroup();
                out().startField("element", 0);
                out().startGroup();
                element.accept(i);
                out().endGroup();
                out().endField("element", 0);
                out().endGroup();
            }
            group = schema;
            out().endField("list", 0);
        }
        out().endGroup();
        out().endField(name, index);
    }
}
