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

/** A camera as the schema has it. */
@Entity
@Table(name = "cameras")
class CameraRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer no;

    @Column(name = "id", updatable = false)
    public String cameraId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "market_no")
    public MarketRow market;

    public String name;
    public String scene;

    @Nullable
    public LocalDate fromOn;

    @Nullable
    public LocalDate toOn;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    public Instant knownFrom;
}
