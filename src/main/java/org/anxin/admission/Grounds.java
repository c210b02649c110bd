package org.anxin.admission;

import org.anxin.rulebook.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on, kept so that its message can be written when somebody reads it.
 *
 * @param batch the batch as sent
 * @param document the one document meant, null if none is
 * @param asOf epoch day of the decision
 * @param words the names of the ruleset's words
 * @param onRecord what is on record beside the batch
 */
public record Grounds(Batch batch, @Nullable Document document, int asOf, Words words, OnRecord onRecord) {

    /** Where nothing is on record. */
    public Grounds(Batch batch, @Nullable Document document, int asOf, Words words) {
        this(batch, document, asOf, words, OnRecord.NOTHING);
    }
}
