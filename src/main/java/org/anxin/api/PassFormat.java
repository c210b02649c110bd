package org.anxin.api;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.anxin.json.ErrorCode;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What a pass may be answered as: chosen by {@code ?format=}, else by {@code Accept}. */
enum PassFormat {
    JSON("application", "json"),
    PNG("image", "png"),
    SVG("image", "svg+xml");

    private static final Bilingual ALL = new Bilingual(" json、png 或 svg", "json, png or svg");

    private final String type;
    private final String subtype;

    PassFormat(String type, String subtype) {
        this.type = type;
        this.subtype = subtype;
    }

    String mediaType() {
        return type + "/" + subtype;
    }

    /**
     * The format to answer with.
     *
     * @param named value of {@code format}, which wins over the header; null if not given
     */
    static PassFormat of(RoutingContext routing, @Nullable String named) {
        if (named == null) {
            return accepted(routing.parsedHeaders().accept());
        }
        for (PassFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(named)) {
                return format;
            }
        }
        throw ProblemException.parameter("format", ErrorCode.UNKNOWN_FORMAT, ALL);
    }

    private static PassFormat accepted(List<MIMEHeader> ranges) {
        if (ranges.isEmpty()) {
            return JSON;
        }
        for (MIMEHeader range : ranges) {
            for (PassFormat format : values()) {
                if (range.weight() > 0 && format.isIn(range)) {
                    return format;
                }
            }
        }
        throw new ProblemException(ProblemType.NOT_ACCEPTABLE);
    }

    private boolean isIn(MIMEHeader range) {
        return range.component().equals("*")
                || type.equalsIgnoreCase(range.component())
                        && (range.subComponent().equals("*") || subtype.equalsIgnoreCase(range.subComponent()));
    }
}
