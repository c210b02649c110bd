package org.anxin.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kinds of files that the desk takes, told by how their content begins, whatever the sender calls it. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    /** As many bytes as are needed to tell. */
    static final int HEAD = 12;

    private static final byte[] PDF_HEAD = bytes("%PDF-");
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] RIFF_HEAD = bytes("RIFF");
    private static final byte[] WEBP_FORM = bytes("WEBP");
    private static final int FORM = 8;

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name. */
    public String ending() {
        return ending;
    }

    /** The kind of a media type that a file was stored with. */
    public static FileKind of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of a content that begins so, null if it is none of these. */
    static @Nullable FileKind of(byte[] head) {
        if (begins(head, 0, PDF_HEAD)) {
            return PDF;
        }
        if (begins(head, 0, PNG_HEAD)) {
            return PNG;
        }
        if (begins(head, 0, JPEG_HEAD)) {
            return JPEG;
        }
        return begins(head, 0, RIFF_HEAD) && begins(head, FORM, WEBP_FORM) ? WEBP : null;
    }

    private static boolean begins(byte[] head, int from, byte[] with) {
        int to = from + with.length;
        return head.length >= to && Arrays.equals(head, from, to, with, 0, with.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
