package org.anxin.lake;

import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses pages as LZ4 blocks, in Java itself: parquet-java's own way there needs more of Hadoop. */
final class Lz4Blocks implements CompressionCodecFactory {
    /** What the files say of it. */
    static final CompressionCodecName NAME = CompressionCodecName.LZ4_RAW;

    private static final class Compressor implements BytesInputCompressor {
        private final Lz4Compressor lz4 = new Lz4Compressor();

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(Math.toIntExact(page.size()));
            page.writeAllTo(whole);
            byte[] bytes = whole.toByteArray();
            byte[] compressed = new byte[lz4.maxCompressedLength(bytes.length)];
            int length = lz4.compress(bytes, 0, bytes.length, compressed, 0, compressed.length);
            return BytesInput.from(compressed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return NAME;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("a lake is only written");
    }

    @Override
    public void release() {
        // Nothing is held.
    }
}
