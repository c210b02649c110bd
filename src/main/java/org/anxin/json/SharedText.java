package org.anxin.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The encoded forms of texts that many answers share, such as the titles of rules. They are found by the identity of the
 * text, so that nothing needs to be told when a ruleset comes or goes; what was replaced is overwritten sooner or later.
 */
final class SharedText {
    private static final int KEPT = 1024;
    private static final AtomicReferenceArray<@Nullable SerializedString> LATEST = new AtomicReferenceArray<>(KEPT);

    private SharedText() {}

    /** The text, to be written without encoding it again. */
    @SuppressWarnings("ReferenceEquality") // What is looked for is the same text, not an equal one.
    static SerializableString of(String text) {
        int slot = System.identityHashCode(text) & KEPT - 1;
        SerializedString kept = LATEST.getAcquire(slot);
        if (kept == null || kept.getValue() != text) {
            kept = new SerializedString(text);
            // Encoded before others see it.
            kept.asQuotedUTF8();
            LATEST.setRelease(slot, kept);
        }
        return kept;
    }
}
