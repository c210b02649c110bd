package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes what rules see of the records about a batch. */
final class RecordCheck {
    private final PreparedBatch batch;
    private final OnRecord record;

    RecordCheck(PreparedBatch batch, OnRecord record) {
        this.batch = batch;
        this.record = record;
    }

    /** What is on record about one document of the batch. */
    DocumentOnRecord of(PreparedDocument document) {
        Document sent = document.sent();
        DocumentKey key = DocumentKey.of(sent);
        int flags = (key != null && record.foundFalse().contains(key) ? DocumentOnRecord.FOUND_FALSE : 0)
                | (record.admitted() ? DocumentOnRecord.ADMITTED : 0)
                | (document.fact().coldChain() ? DocumentOnRecord.COLD_CHAIN : 0);
        return new DocumentOnRecord(
                document.fact().type(),
                flags,
                PreparedDocument.days(batch.asOf, sent.validUntil()),
                PreparedDocument.days(sent.issuedOn(), batch.asOf),
                PreparedDocument.days(sent.sampledOn(), batch.asOf),
                batch.asOf);
    }

    /**
     * A declared lot and what others take of it.
     *
     * @param spellings its numbers as declared, each once
     */
    record RecordedLot(LotOnRecord fact, List<String> spellings) {}

    /** The declared lots on the documents of each type that lists lots. */
    List<RecordedLot> lots() {
        List<RecordedLot> lots = new ArrayList<>();
        Map<LotUses.Needed, BigDecimal> needed = LotUses.needed(batch.batch);
        for (String type : batch.declaration.documents()) {
            if (batch.listing.contains(type)) {
                Remainder remainder = new Remainder(batch.batch, type, record.taken());
                needed.forEach((lot, quantity) -> lots.add(recorded(type, lot, quantity, remainder)));
            }
        }
        return lots;
    }

    private RecordedLot recorded(String type, LotUses.Needed lot, BigDecimal quantity, Remainder remainder) {
        int flags = (remainder.usedUp(lot.lotNo(), lot.unit(), quantity) ? LotOnRecord.USED_UP : 0)
                | (remainder.contradicted(lot.lotNo()) ? LotOnRecord.CONTRADICTED : 0);
        List<String> spellings = new ArrayList<>();
        for (Lot declared : batch.batch.lots()) {
            LotLine line = LotLine.of(declared);
            String spelling = line.spelling();
            if (spelling != null && line.lotNo().equals(lot.lotNo()) && !spellings.contains(spelling)) {
                spellings.add(spelling);
            }
        }
        return new RecordedLot(new LotOnRecord(type, flags, batch.asOf, batch.declaration.entry()), spellings);
    }
}
