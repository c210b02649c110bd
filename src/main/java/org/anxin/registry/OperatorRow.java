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

/** An operator as the schema has it. */
@Entity
@Table(name = "operators")
class OperatorRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer no;

    @Column(name = "id", updatable = false)
    public String operatorId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "market_no")
    public MarketRow market;

    public String name;
    public boolean sellsImported;

    @Nullable
    public LocalDate activatedOn;

    @Nullable
    public LocalDate letterSignedOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;

    /** The operator's row, or an exception, since whatever is asked for would belong to it. */
    static OperatorRow required(String operatorId) {
        OperatorRow row =
                OperatorRow.<OperatorRow>find("operatorId", operatorId).firstResult();
        if (row == null) {
            throw new NoSuchRecordException();
        }
        return row;
    }
}
