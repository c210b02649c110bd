package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who signed which version of the responsibility letter. */
@Singleton
public class Signatures extends Records<SignatureKey, RegisteredSignature, SignatureRow> {

    /**
     * Those of one operator or person by the id of the version.
     *
     * @param after only those of versions after this one
     * @throws NoSuchRecordException if there is no such operator or person
     */
    public Page<RegisteredSignature> page(Party party, String after, int limit) {
        return Transactions.reading(() -> {
            List<RegisteredSignature> following = PartyRows.required(party).all(SignatureRow.class).stream()
                    .map(Signatures::facts)
                    .filter(one -> one.key().letterId().compareTo(after) > 0)
                    .sorted(Comparator.comparing(one -> one.key().letterId()))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(following, limit, one -> one, one -> one.key().letterId());
        });
    }

    @Override
    @Nullable
    SignatureRow row(SignatureKey key, LockModeType lock) {
        return PartyRows.required(key.party()).one(SignatureRow.class, "r.letter.letterId = ?2", key.letterId(), lock);
    }

    @Override
    Stored<RegisteredSignature> stored(SignatureRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredSignature facts(SignatureRow row) {
        SignatureKey key = new SignatureKey(PartyRows.party(row.operator, row.person), row.letter.letterId);
        return new RegisteredSignature(key, row.signedOn);
    }

    @Override
    SignatureRow fresh(SignatureKey key) {
        PartyRows of = PartyRows.required(key.party());
        SignatureRow row = new SignatureRow();
        row.operator = of.operator();
        row.person = of.person();
        row.letter = Letters.required(key.letterId());
        return row;
    }

    @Override
    void set(SignatureRow row, RegisteredSignature facts) {
        row.signedOn = facts.signedOn();
    }

    /** Nothing refers to signatures. */
    @Override
    void requireUnreferred(SignatureRow row) {}
}
