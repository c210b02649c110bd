package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** A person as the schema has it. */
@Entity
@Table(name = "people")
class PersonRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long no;

    @Column(name = "id", updatable = false)
    public String personId;

    /** Sealed, as the two that follow. */
    public byte @Nullable [] name;

    public byte @Nullable [] idNumber;

    public byte @Nullable [] phone;

    @Nullable
    public LocalDate releasedOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;

    /** The person's row, or an exception, since whatever is asked for would belong to it. */
    static PersonRow required(String personId) {
        PersonRow row = PersonRow.<PersonRow>find("personId", personId).firstResult();
        if (row == null) {
            throw new NoSuchRecordException();
        }
        return row;
    }
}
