package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** An activation as the schema has it: of an operator or of a person. */
@Entity
@Table(name = "activations")
class ActivationRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long no;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "operator_no", updatable = false)
    @Nullable
    public OperatorRow operator;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_no", updatable = false)
    @Nullable
    public PersonRow person;

    @Column(updatable = false)
    public LocalDate fromOn;

    @Nullable
    public LocalDate toOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;
}
