package org.anxin.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.anxin.json.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes characters: as its sender says, else as its byte order mark says, else UTF-8 if all of it is, else
 * GB18030, which contains GBK and GB2312.
 */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Marks by which a file says its encoding. */
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        GB18030(Encoding.GB18030, 0x84, 0x31, 0x95, 0x33);

        private final Charset charset;
        private final byte[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                this.bytes[i] = (byte) bytes[i];
            }
        }
    }

    private final Upload upload;
    private final Charset charset;
    private final int start;

    private Encoding(Upload upload, Charset charset, int start) {
        this.upload = upload;
        this.charset = charset;
        this.start = start;
    }

    /** @param declared what the sender says; null if nothing */
    static Encoding of(Upload upload, @Nullable Charset declared) throws IOException {
        byte[] head = upload.bytes().readNBytes(4);
        for (Mark mark : Mark.values()) {
            boolean marked = head.length >= mark.bytes.length
                    && Arrays.equals(Arrays.copyOf(head, mark.bytes.length), mark.bytes);
            if (marked && (declared == null || declared.equals(mark.charset))) {
                return new Encoding(upload, mark.charset, mark.bytes.length);
            }
        }
        Charset found = upload.isUtf8() ? StandardCharsets.UTF_8 : GB18030;
        return new Encoding(upload, declared == null ? found : declared, 0);
    }

    /** Characters without the mark. Bytes that are none end in a {@link CharacterCodingException}. */
    Reader characters() throws IOException {
        InputStream bytes = upload.at(start);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What is wrong with a file whose characters ended in an exception. Reads it once more, to find the line. */
    UnreadableFileException mistake() throws IOException {
        long line = 1;
        boolean afterReturn = false;
        try (Reader characters = characters()) {
            for (int c = characters.read(); c >= 0; c = characters.read()) {
                line += c == '\r' || c == '\n' && !afterReturn ? 1 : 0;
                afterReturn = c == '\r';
            }
        } catch (CharacterCodingException e) {
            String name = charset.name().toUpperCase(Locale.ROOT);
            return new UnreadableFileException(line, null, ErrorCode.BAD_ENCODING, name);
        }
        throw new IllegalStateException("the file is read in two ways");
    }
}
