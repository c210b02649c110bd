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

/** An entry of the first list as the schema has it. */
@Entity
@Table(name = "import_operators")
class ImportListingRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long no;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "operator_no", updatable = false)
    public OperatorRow operator;

    @Column(updatable = false)
    public LocalDate fromOn;

    @Nullable
    public LocalDate toOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;
}
