package org.anxin.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What tells which market a request is about: its query, or what the first part of its path names that varies. */
public enum MarketOf {
    /** {@code ?market=}, once. */
    QUERY(null),
    /** A market. */
    MARKET(null),
    /** Somebody is of every market of an assignment, past or to come. */
    PERSON(
            "from people p join assignments a on a.person_no = p.no join markets m on m.no = a.market_no where p.id = ?"),
    /** An operator. */
    OPERATOR("from operators o join markets m on m.no = o.market_no where o.id = ?"),
    /** A batch at the admission desk. */
    BATCH("from batches b join markets m on m.no = b.market_no where b.id = ?"),
    /** The code of a pass. */
    PASS("from passes p join batches b on b.no = p.batch_no join markets m on m.no = b.market_no where p.code = ?"),
    /** A camera. */
    CAMERA("from cameras c join markets m on m.no = c.market_no where c.id = ?"),
    /** A patrol. */
    PATROL("from visits v join markets m on m.no = v.market_no where v.id = ?"),
    /** What a patrol found, by its number. */
    FINDING("from patrol_findings f join markets m on m.no = f.market_no where f.no::text = ?"),
    /** An image of a patrol or of a rectification, by its hash. */
    PHOTO("from (select cast(? as text) as sha256) i cross join visits v join markets m on m.no = v.market_no"
            + " where (v.still = i.sha256"
            + " or exists (select from visit_photos p where p.visit_no = v.no and p.image = i.sha256)"
            + " or exists (select from patrol_findings f join rectification_photos r on r.finding_no = f.no"
            + " where f.visit_no = v.no and r.image = i.sha256))");

    private final @Nullable String from;

    MarketOf(@Nullable String from) {
        this.from = from;
    }

    /** As the table writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A query with one parameter, which names the thing, and a second one, which lists ids of markets; null if none is needed. */
    @Nullable
    String query() {
        return from == null ? null : "select exists (select " + from + " and m.id = any(?))";
    }

    /** The one that is written so, or null if there is none. */
    static @Nullable MarketOf of(String code) {
        for (MarketOf each : values()) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        return null;
    }
}
