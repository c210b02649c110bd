package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a batch shows.
 *
 * @param mark how its state looks
 * @param sentence how it stands and why
 * @param asOf epoch day of the newest decision
 * @param decision number of the newest decision
 * @param version number of the rules that made it; 0 if they have none
 * @param declared what was declared, field by field
 * @param lots declared
 * @param faults findings that belong to no field and no document
 * @param groups the documents by type
 * @param history every decision, the newest first
 * @param recalls the newest first
 * @param passCode null if the batch was never admitted
 * @param settle the form of the verdict; null if no person has to decide
 * @param again the form that has it decided again
 * @param refusal why a form was refused as a whole; null if none was
 */
public record BatchPage(
        String id,
        String mark,
        Bilingual state,
        Bilingual sentence,
        int asOf,
        int decision,
        int version,
        List<Item> declared,
        List<LotRow> lots,
        List<FoundFault> lotFaults,
        List<FoundFault> faults,
        List<Group> groups,
        List<Made> history,
        List<Recalled> recalls,
        @Nullable String passCode,
        Instant received,
        String receivedBy,
        @Nullable FilledForm settle,
        FilledForm again,
        FilledForm scan,
        @Nullable Bilingual refusal) {

    /** Its own address. */
    public String address() {
        return "/batches/" + id;
    }

    /** Whether a scan handed in for this document was refused. */
    public boolean isScanRefused(int no) {
        return scan.has("no", Integer.toString(no));
    }

    /** A field with what is wrong with it. */
    public record Item(
            Bilingual label,
            @Nullable Bilingual value,
            @Nullable String address,
            List<FoundFault> faults) {}

    /** A lot. */
    public record LotRow(
            @Nullable String lotNo,
            @Nullable String quantity,
            @Nullable String unit,
            List<FoundFault> faults) {}

    /**
     * The documents of a type.
     *
     * @param missing whether one is required and there is none
     */
    public record Group(String type, Bilingual name, boolean missing, List<FoundFault> faults, List<Doc> documents) {}

    /**
     * A document.
     *
     * @param listsLots whether documents of its type list lots
     * @param replacedBy number of the document that took its place; 0 if none did
     * @param file null if none was handed in
     */
    public record Doc(
            int no,
            Bilingual title,
            List<FoundFault> faults,
            List<Item> items,
            boolean listsLots,
            List<LotRow> lots,
            int replacedBy,
            @Nullable Scan file,
            String type,
            @Nullable String number,
            Instant added,
            String addedBy) {
        /** Whether it counts. */
        public boolean isCurrent() {
            return replacedBy == 0;
        }

        /** Where it is put on record as false. */
        public String falseAddress() {
            return Address.of("/recalls")
                    .with("type", type)
                    .with("number", number)
                    .at("find")
                    .toString();
        }
    }

    /**
     * A file.
     *
     * @param kind such as {@code PDF}
     * @param megabytes its size, such as {@code 1.2 MB}
     */
    public record Scan(String address, String kind, String megabytes, Instant received) {}

    /**
     * A decision.
     *
     * @param version number of the rules that made it; 0 if they have none
     * @param settled what a person said; null if nobody did
     */
    public record Made(
            int no,
            Instant decided,
            String decidedBy,
            Bilingual cause,
            int asOf,
            String mark,
            Bilingual outcome,
            List<Bilingual> faults,
            int version,
            @Nullable Verdict settled) {}

    /** What a person said about a decision. */
    public record Verdict(Bilingual outcome, String reason, Instant at, String by) {}

    /** A recall: the document found false, and where that entry is. */
    public record Recalled(int entry, Bilingual document, String reason, Instant at, boolean withdrawn) {}

    /** A field that holds a day. */
    static @Nullable Bilingual day(int day) {
        return Days.known(day) ? DayText.of(day) : null;
    }
}
