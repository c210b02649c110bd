package org.anxin.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * A table as Parquet files in a directory of its own, each of so many rows that engines have something to divide. What is
 * not written yet takes some tens of megabytes, however many rows there are.
 *
 * @param <T> what becomes a row
 */
final class ParquetParts<T> implements Closeable {
    /** Small enough that a task of a small engine has one to itself. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Path directory;
    private final Supplier<FactWriting<T>> writing;
    private final long rowsOfPart;
    private @Nullable ParquetWriter<T> part;
    private long rows;
    private int parts;

    /** @param rowsOfPart after how many rows the next file begins */
    ParquetParts(Path directory, Supplier<FactWriting<T>> writing, long rowsOfPart) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.writing = writing;
        this.rowsOfPart = rowsOfPart;
        this.part = open();
    }

    void write(T row) throws IOException {
        if (part == null) {
            part = open();
        }
        part.write(row);
        rows++;
        if (rows % rowsOfPart == 0) {
            part.close();
            part = null;
        }
    }

    long rows() {
        return rows;
    }

    private ParquetWriter<T> open() throws IOException {
        Path file = directory.resolve("part-%05d.parquet".formatted(parts++));
        return new Builder<>(new LocalOutputFile(file), writing.get())
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Lz4Blocks())
                .withCompressionCodec(Lz4Blocks.NAME)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
        }
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final WriteSupport<T> support;

        Builder(OutputFile file, WriteSupport<T> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        /** Never asked, and must be there all the same. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<T> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }
}
