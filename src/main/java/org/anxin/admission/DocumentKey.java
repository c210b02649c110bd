package org.anxin.admission;

import java.util.Comparator;
import org.anxin.text.CodePointOrder;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * What makes two documents presented with different batches one and the same: type and number.
 *
 * @param type a word of the kind {@code document}
 * @param number in {@link CommonForm}, not empty
 */
public record DocumentKey(String type, String number) implements Comparable<DocumentKey> {
    private static final Comparator<DocumentKey> ORDER = Comparator.comparing(
                    DocumentKey::type, CodePointOrder.NULL_FIRST)
            .thenComparing(DocumentKey::number, CodePointOrder.NULL_FIRST);

    /** The key of a document, null if its number is blank. */
    public static @Nullable DocumentKey of(Document document) {
        return of(document.type(), document.number());
    }

    /**
     * The key of a document.
     *
     * @param number as sent
     * @return null if the number is blank
     */
    public static @Nullable DocumentKey of(String type, @Nullable String number) {
        String form = CommonForm.of(number);
        return form.isEmpty() ? null : new DocumentKey(type, form);
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }
}
