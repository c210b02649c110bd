package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** An assignment as the schema has it. */
@Entity
@Table(name = "assignments")
class AssignmentRow extends PanacheEntityBase {
    @EmbeddedId
    public Key key;

    /** Whose it is, as the key says. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_no", insertable = false, updatable = false)
    public PersonRow person;

    /** Where it is, as the key says. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "market_no", insertable = false, updatable = false)
    public MarketRow market;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "operator_no")
    @Nullable
    public OperatorRow operator;

    @Nullable
    public LocalDate toOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;

    /** Its primary key. */
    @Embeddable
    record Key(
            @Column(name = "person_no") Long personNo,
            @Column(name = "market_no") Integer marketNo,
            String category,
            LocalDate fromOn) {}
}
