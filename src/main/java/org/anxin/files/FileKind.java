package org.anxin.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of file that are taken, told by their first bytes and never by a name or a header. */
public enum FileKind {
    /** A document. */
    PDF("application/pdf", "pdf", "%PDF-"),
    /** An image. */
    PNG("image/png", "png", "\u0089PNG\r\n\u001A\n"),
    /** An image. */
    JPEG("image/jpeg", "jpg", "\u00FF\u00D8\u00FF"),
    /** An image; the four bytes in the middle are its length. */
    WEBP("image/webp", "webp", "RIFF????WEBP");

    /** How many bytes tell every kind. */
    static final int LONGEST_START = 12;

    private static final char ANY = '?';

    private final String mediaType;
    private final String ending;
    private final String start;

    /** @param start its first bytes, one a character */
    FileKind(String mediaType, String ending, String start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = start;
    }

    /** Its media type, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** What the names of such files end with, such as {@code png}. */
    public String ending() {
        return ending;
    }

    /** The kind of a file that begins with these bytes, null if it is none of them. */
    static @Nullable FileKind of(byte[] first) {
        String begun = new String(first, StandardCharsets.ISO_8859_1);
        for (FileKind kind : values()) {
            if (kind.begins(begun)) {
                return kind;
            }
        }
        return null;
    }

    /**
     * The kind of a file that begins with these bytes.
     *
     * @throws RefusedFileException if it is none of the kinds that are taken
     */
    static FileKind of(byte[] first, Set<FileKind> taken) throws RefusedFileException {
        FileKind kind = of(first);
        if (kind == null || !taken.contains(kind)) {
            throw new RefusedFileException(RefusedFileException.Reason.UNKNOWN_KIND);
        }
        return kind;
    }

    private boolean begins(String begun) {
        if (begun.length() < start.length()) {
            return false;
        }
        for (int at = 0; at < start.length(); at++) {
            if (start.charAt(at) != ANY && start.charAt(at) != begun.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
