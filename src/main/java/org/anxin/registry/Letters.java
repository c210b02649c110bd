package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The versions of the responsibility letter. What somebody has signed does not change any more. */
@Singleton
public class Letters extends Records<String, RegisteredLetter, LetterRow> {
    private static final References SIGNED = new References(
            List.of(new References.Place("select count(*) from signatures where letter_no = :no", "签订", "signatures")),
            new Bilingual(
                    "已有人签订的版本不得改动文本或删除；请另立新版本。",
                    "The text of a version that somebody has signed stays as it is; make a new version instead."));

    /** Whether there is such a version. */
    public boolean has(String id) {
        return Transactions.reading(() -> LetterRow.count("letterId", id) > 0);
    }

    /** Versions by id, those after {@code after}. */
    public Page<RegisteredLetter> page(String after, int limit) {
        return Transactions.reading(() -> {
            List<LetterRow> rows = LetterRow.<LetterRow>find("letterId > ?1 order by letterId", after)
                    .range(0, limit)
                    .list();
            return Page.of(rows, limit, Letters::facts, RegisteredLetter::id);
        });
    }

    /** The row of a version that was there when the draft was read, kept from being changed while somebody signs it. */
    static LetterRow required(String id) {
        LetterRow row = LetterRow.<LetterRow>find("letterId", id)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResult();
        if (row == null) {
            throw new OptimisticLockException("deleted meanwhile");
        }
        return row;
    }

    @Override
    @Nullable
    LetterRow row(String id, LockModeType lock) {
        return LetterRow.<LetterRow>find("letterId", id).withLock(lock).firstResult();
    }

    @Override
    Stored<RegisteredLetter> stored(LetterRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static RegisteredLetter facts(LetterRow row) {
        return new RegisteredLetter(row.letterId, row.validFrom, row.zh, row.en);
    }

    @Override
    LetterRow fresh(String id) {
        LetterRow row = new LetterRow();
        row.letterId = id;
        return row;
    }

    @Override
    void set(LetterRow row, RegisteredLetter facts) {
        boolean sameText = facts.zh().equals(row.zh) && facts.en().equals(row.en);
        if (row.no != null && !sameText) {
            SIGNED.requireNone(row.no);
        }
        row.validFrom = facts.validFrom();
        row.zh = facts.zh();
        row.en = facts.en();
    }

    @Override
    void requireUnreferred(LetterRow row) {
        SIGNED.requireNone(row.no);
    }
}
