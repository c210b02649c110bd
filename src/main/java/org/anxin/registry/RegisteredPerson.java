package org.anxin.registry;

import java.time.LocalDate;
import org.anxin.personal.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * A person who works at markets.
 *
 * @param id the service's own id
 * @param name null if not known
 * @param idNumber number of the identity card; null if not known
 * @param phone null if not known
 * @param releasedOn a positive sample taken on or before this day no longer blocks; null if nobody released the person
 */
public record RegisteredPerson(
        String id,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable LocalDate releasedOn) {

    /** What is known of the person; null if it is not. */
    @Nullable
    String of(PersonalField field) {
        return switch (field) {
            case NAME -> name;
            case ID_NUMBER -> idNumber;
            case PHONE -> phone;
        };
    }

    /** Names nobody, so that no log ever does. */
    @Override
    public String toString() {
        return "RegisteredPerson[" + id + "]";
    }
}
