package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.LockModeType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Single records of one kind. Whoever writes one holds its row until the end of the transaction, so that the state that was
 * checked is the state that is replaced.
 *
 * @param <K> what names a record
 * @param <T> what a record says
 * @param <R> its row
 */
public abstract class Records<K, T, R extends PanacheEntityBase> {
    Records() {}

    /** The record, or null if there is none. */
    public @Nullable Stored<T> find(K key) {
        return Transactions.reading(() -> {
            R row = row(key, LockModeType.NONE);
            return row == null ? null : stored(row);
        });
    }

    /**
     * Makes a record say what {@code draft} says. One that says so already stays as it is.
     *
     * @param draft read within the transaction, so that it may look up what it refers to; may be read again
     * @param guard asked once the draft is read
     * @throws NoSuchRecordException if it would belong to a record that is not there
     */
    public Written<T> put(K key, Supplier<T> draft, Guard<T> guard) {
        return Transactions.writing(() -> {
            R row = row(key, LockModeType.PESSIMISTIC_WRITE);
            T facts = draft.get();
            guard.check(row == null ? null : stored(row));
            if (row == null) {
                R fresh = fresh(key);
                set(fresh, facts);
                fresh.persistAndFlush();
                return new Written<>(stored(fresh), true);
            }
            if (!stored(row).facts().equals(facts)) {
                set(row, facts);
                Panache.flush();
            }
            return new Written<>(stored(row), false);
        });
    }

    /**
     * Deletes a record.
     *
     * @throws NoSuchRecordException if it is not there
     * @throws StillReferredException if others refer to it
     */
    public void delete(K key, Guard<T> guard) {
        Transactions.writing(() -> {
            R row = row(key, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw new NoSuchRecordException();
            }
            guard.check(stored(row));
            requireUnreferred(row);
            row.delete();
            Panache.flush();
            return key;
        });
    }

    /** The row, locked as asked; null if there is none. */
    abstract @Nullable R row(K key, LockModeType lock);

    /** What a row says. */
    abstract Stored<T> stored(R row);

    /** A row that is not stored yet. */
    abstract R fresh(K key);

    /** Makes a row say so. */
    abstract void set(R row, T facts);

    /** @throws StillReferredException if others refer to the row */
    abstract void requireUnreferred(R row);
}
