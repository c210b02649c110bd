package org.anxin.files;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kinds of file that are taken, told by their first bytes and never by a name or a header. */
public enum FileKind {
    /** A document. */
    PDF("application/pdf", '%', 'P', 'D', 'F', '-'),
    /** An image. */
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    /** An image. */
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF);

    /** How many bytes tell every kind. */
    static final int LONGEST_START = 8;

    private final String mediaType;
    private final byte[] start;

    FileKind(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    /** Its media type, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is an image. */
    public boolean isImage() {
        return this != PDF;
    }

    /** The kind of a file that begins with these bytes, null if it is none of them. */
    static @Nullable FileKind of(byte[] first) {
        for (FileKind kind : values()) {
            int length = kind.start.length;
            if (first.length >= length && Arrays.equals(first, 0, length, kind.start, 0, length)) {
                return kind;
            }
        }
        return null;
    }
}
