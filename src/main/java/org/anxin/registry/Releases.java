package org.anxin.registry;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

/** Which people are released from which day on; a part of each person that is written by itself. */
@Singleton
public class Releases extends Records<String, Release, PersonRow> {

    @Override
    PersonRow row(String id, LockModeType lock) {
        PersonRow row = PersonRow.<PersonRow>find("personId", id).withLock(lock).firstResult();
        if (row == null) {
            throw new NoSuchRecordException();
        }
        return row;
    }

    @Override
    Stored<Release> stored(PersonRow row) {
        return new Stored<>(new Release(row.personId, row.releasedOn), row.knownFrom);
    }

    @Override
    PersonRow fresh(String id) {
        throw new UnsupportedOperationException("a release belongs to a person");
    }

    @Override
    void set(PersonRow row, Release facts) {
        row.releasedOn = facts.releasedOn();
    }

    @Override
    void requireUnreferred(PersonRow row) {
        throw new UnsupportedOperationException("a release is withdrawn and not deleted");
    }
}
