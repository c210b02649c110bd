package org.anxin.pages;

import org.anxin.admission.Severity;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a batch as pages show it.
 *
 * @param code a word of the kind {@code finding}
 * @param name what people read for the code
 * @param document type of the document meant; null if none is
 * @param number of the document meant; null if no single one is
 * @param field the field meant, as the HTTP contract calls it; null if none is
 * @param lot the declared lot meant; null if none is
 * @param message what was found
 * @param remedy what to do
 * @param rule its id
 * @param title of the rule
 * @param directive title of the document that the rule carries out
 * @param url of that document; null where not known
 */
public record FoundFault(
        String code,
        Bilingual name,
        Severity severity,
        @Nullable String document,
        @Nullable String number,
        @Nullable String field,
        @Nullable String lot,
        Bilingual message,
        Bilingual remedy,
        String rule,
        Bilingual title,
        Bilingual directive,
        @Nullable String url) {

    /** Whether it forbids the entry. */
    public boolean isRejecting() {
        return severity == Severity.REJECT;
    }

    /** How its severity looks. */
    public String mark() {
        return isRejecting() ? "over" : "today";
    }

    /** What its severity means. */
    public Bilingual weight() {
        return isRejecting() ? new Bilingual("不得入场", "forbids the entry") : new Bilingual("须人工复核", "a person decides");
    }
}
