package org.anxin.api;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The encodings that a sender may name for a CSV file. */
final class CsvCharset {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvCharset() {}

    /**
     * The one named by the {@code charset} parameter, or null if there is none. GBK and GB2312 are parts of GB18030.
     *
     * @param contentType a media type
     */
    static @Nullable Charset named(String contentType) {
        String name = MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "us-ascii", "ascii" -> StandardCharsets.UTF_8;
            case "gb18030", "gbk", "gb2312", "cp936", "x-gbk" -> GB18030;
            case "utf-16le" -> StandardCharsets.UTF_16LE;
            case "utf-16be" -> StandardCharsets.UTF_16BE;
            default -> throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        };
    }
}
