package org.anxin.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What batches take of certificates, without a database. */
class LotUsesTest {
    private static final String TYPE = "QUARANTINE_CERTIFICATE";

    private static Lot lot(String number, @Nullable Integer quantity, @Nullable String unit) {
        return new Lot(number, quantity == null ? null : BigDecimal.valueOf(quantity), unit);
    }

    private static Document certificate(@Nullable String number, Lot... lots) {
        int none = Days.NONE;
        return new Document(TYPE, number, none, none, none, null, null, null, null, List.of(lots));
    }

    private static Batch batch(List<Lot> lots, Document... documents) {
        return new Batch("B", null, null, Days.NONE, Days.NONE, null, null, lots, List.of(documents));
    }

    private static LotUse use(String number, String unit, @Nullable Integer listed, int quantity) {
        return new LotUse(
                new DocumentKey(TYPE, number),
                "l1",
                unit,
                listed == null ? null : BigDecimal.valueOf(listed),
                BigDecimal.valueOf(quantity));
    }

    @Test
    void aBatchTakesFromItsCertificatesInOrderAndTheRestFromTheLast() {
        Batch batch = batch(
                List.of(lot("L1", 900, "kg"), lot("l1 ", 200, "KG")),
                certificate("QC-1", lot("L1", 500, "kg")),
                certificate("QC-2", lot("L2", 500, "kg")),
                certificate("QC-3", lot("L1", 500, "kg")));
        assertThat(LotUses.of(batch, List.of(use("qc-1", "kg", 500, 100))))
                .containsExactly(use("qc-1", "kg", 500, 400), use("qc-3", "kg", 500, 700));
    }

    @Test
    void whatIsTakenInAUnitThatTheCertificateDoesNotGiveIsNotedToo() {
        Batch batch = batch(List.of(lot("L1", 9, "t")), certificate("QC-1", lot("L1", 500, "kg")));
        assertThat(LotUses.of(batch, List.of())).containsExactly(use("qc-1", "t", null, 9));
    }

    @Test
    void aCertificateWithoutANumberAndALotWithoutAQuantityGiveNothing() {
        assertThat(LotUses.of(batch(List.of(lot("L1", 9, "kg")), certificate(" ", lot("L1", 9, "kg"))), List.of()))
                .isEmpty();
        assertThat(LotUses.of(batch(List.of(lot("L1", null, "kg")), certificate("1", lot("L1", 9, "kg"))), List.of()))
                .isEmpty();
        assertThat(LotUses.of(batch(List.of(lot(" ", 9, "kg")), certificate("1", lot(" ", 9, "kg"))), List.of()))
                .isEmpty();
    }

    @Property(tries = 200)
    void whoeverIsNotToldThatACertificateIsUsedUpNeverTakesMoreThanItGives(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 700) Integer> declared,
            @ForAll @IntRange(min = 1, max = 1200) int first,
            @ForAll @IntRange(min = 1, max = 1200) int second) {
        List<LotUse> taken = new ArrayList<>();
        for (int quantity : declared) {
            Batch batch = batch(
                    List.of(lot("L1", quantity, "kg")),
                    certificate("QC-1", lot("L1", first, "kg")),
                    certificate("QC-2", lot("L1", second, "kg")));
            Remainder remainder = new Remainder(batch, TYPE, taken);
            boolean exceeded = quantity > first + second;
            if (!exceeded && !remainder.usedUp("l1", "kg", BigDecimal.valueOf(quantity))) {
                taken.addAll(LotUses.of(batch, taken));
            }
        }
        assertThat(sum(taken, "qc-1")).isLessThanOrEqualTo(BigDecimal.valueOf(first));
        assertThat(sum(taken, "qc-2")).isLessThanOrEqualTo(BigDecimal.valueOf(second));
    }

    private static BigDecimal sum(List<LotUse> taken, String number) {
        return taken.stream()
                .filter(use -> use.document().number().equals(number))
                .map(LotUse::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
