package org.anxin.api;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.anxin.json.ErrorCode;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What a list may be answered as: chosen by {@code ?format=}, else by {@code Accept}. */
enum TableFormat {
    JSON("application", "json"),
    CSV("text", "csv"),
    XLSX("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Bilingual ALL = new Bilingual(" json、csv 或 xlsx", "json, csv or xlsx");

    private final String type;
    private final String subtype;

    TableFormat(String type, String subtype) {
        this.type = type;
        this.subtype = subtype;
    }

    /** The media type without parameters. CSV is UTF-8 as everything else here. */
    String mediaType() {
        return type + "/" + subtype + (this == CSV ? "; charset=UTF-8" : "");
    }

    /** The ending of a file's name. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format to answer with.
     *
     * @param named value of {@code format}, which wins over the header; null if not given
     */
    static TableFormat of(RoutingContext routing, @Nullable String named) {
        return named == null ? accepted(routing.parsedHeaders().accept()) : named(named);
    }

    private static TableFormat named(String name) {
        for (TableFormat format : values()) {
            if (format.ending().equals(name)) {
                return format;
            }
        }
        throw ProblemException.parameter("format", ErrorCode.UNKNOWN_FORMAT, ALL);
    }

    /** The one preferred most; in this order where several are preferred alike. */
    private static TableFormat accepted(List<MIMEHeader> ranges) {
        if (ranges.isEmpty()) {
            return JSON;
        }
        List<TableFormat> left = new ArrayList<>(Arrays.asList(values()));
        left.removeIf(format -> ranges.stream().anyMatch(range -> range.weight() == 0 && format.isNamedBy(range)));
        for (MIMEHeader range : ranges) {
            for (TableFormat format : left) {
                if (range.weight() > 0 && format.isIn(range)) {
                    return format;
                }
            }
        }
        throw new ProblemException(ProblemType.NOT_ACCEPTABLE);
    }

    private boolean isNamedBy(MIMEHeader range) {
        return type.equalsIgnoreCase(range.component()) && subtype.equalsIgnoreCase(range.subComponent());
    }

    private boolean isIn(MIMEHeader range) {
        return range.component().equals("*")
                || type.equalsIgnoreCase(range.component())
                        && (range.subComponent().equals("*") || subtype.equalsIgnoreCase(range.subComponent()));
    }
}
