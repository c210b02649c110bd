package org.anxin.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.anxin.admission.Document;
import org.anxin.admission.Lot;
import org.anxin.desk.FileOnRecord;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredDocument;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** The documents of a batch by type, each with the findings that mean it. */
final class BatchDocuments {
    private static final String MISSING = "DOCUMENT_MISSING";
    private static final double MEGABYTE = 1024.0 * 1024;

    private final StoredBatch batch;
    private final Words words;
    private final BatchFaults faults;

    BatchDocuments(StoredBatch batch, Words words, BatchFaults faults) {
        this.batch = batch;
        this.words = words;
        this.faults = faults;
    }

    /** Types with a document or a finding, in the order in which they are declared. */
    List<BatchPage.Group> groups() {
        Set<String> types = new LinkedHashSet<>(words.codes("document"));
        batch.documents().forEach(document -> types.add(document.facts().type()));
        List<BatchPage.Group> groups = new ArrayList<>();
        for (String type : types) {
            BatchPage.Group group = group(type);
            if (!group.documents().isEmpty() || !group.faults().isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private BatchPage.Group group(String type) {
        List<BatchPage.Doc> documents = batch.documents().stream()
                .filter(document -> document.facts().type().equals(type))
                .map(this::document)
                .sorted((one, other) -> Boolean.compare(other.isCurrent(), one.isCurrent()))
                .toList();
        List<FoundFault> common = faults.take(fault -> type.equals(fault.document()));
        boolean missing = common.stream().anyMatch(fault -> fault.code().equals(MISSING));
        return new BatchPage.Group(type, PeopleLists.word(words, "document", type), missing, common, documents);
    }

    private BatchPage.Doc document(StoredDocument stored) {
        Document facts = stored.facts();
        boolean counts = stored.replacedBy() == null;
        Predicate<FoundFault> own = fault -> counts && isAbout(fault, facts);
        List<BatchPage.Item> items = items(facts, own);
        Bilingual name = PeopleLists.word(words, "document", facts.type());
        Words.Word word = words.find("document", facts.type());
        List<BatchPage.LotRow> lots = lots(facts.lots(), own);
        List<FoundFault> lotFaults = faults.take(own);
        return new BatchPage.Doc(
                stored.no(),
                CommonForm.blank(facts.number())
                        ? new Bilingual(name.zh() + "（无编号）", name.en() + ", no number")
                        : new Bilingual(name.zh() + " " + facts.number(), name.en() + " " + facts.number()),
                lotFaults,
                items,
                word != null && word.listsLots(),
                lots,
                stored.replacedBy() == null ? 0 : stored.replacedBy(),
                scan(stored.file(), stored.no()),
                facts.type(),
                CommonForm.blank(facts.number()) ? null : facts.number(),
                stored.added(),
                stored.addedBy());
    }

    /** A finding without a number means no single document, unless it is of a field of one that has none. */
    private static boolean isAbout(FoundFault fault, Document facts) {
        if (!facts.type().equals(fault.document())) {
            return false;
        }
        return fault.number() == null
                ? CommonForm.blank(facts.number()) && fault.field() != null && fault.lot() == null
                : CommonForm.of(fault.number()).equals(CommonForm.of(facts.number()));
    }

    private List<BatchPage.Item> items(Document facts, Predicate<FoundFault> own) {
        List<BatchPage.Item> items = new ArrayList<>();
        add(items, "number", text(facts.number()), own);
        add(items, "holder", text(facts.holder()), own);
        add(items, "goodsName", text(facts.goodsName()), own);
        add(items, "origin", text(facts.origin()), own);
        add(items, "sampledOn", BatchPage.day(facts.sampledOn()), own);
        String result = facts.result();
        add(items, "result", result == null ? null : PeopleLists.word(words, "result", result), own);
        add(items, "issuedOn", BatchPage.day(facts.issuedOn()), own);
        add(items, "validUntil", BatchPage.day(facts.validUntil()), own);
        return items;
    }

    /** A field that is empty is shown only where something is wrong with it. */
    private void add(List<BatchPage.Item> items, String field, @Nullable Bilingual value, Predicate<FoundFault> own) {
        List<FoundFault> wrong = faults.take(own.and(fault -> field.equals(place(fault))));
        if (value != null || !wrong.isEmpty()) {
            items.add(new BatchPage.Item(BatchFields.label(field), value, null, wrong));
        }
    }

    /** The field of a document that a finding means: where its code says so and the rule does not. */
    private static @Nullable String place(FoundFault fault) {
        if (fault.field() != null) {
            return fault.field();
        }
        return switch (fault.code()) {
            case "ORIGIN_MISMATCH" -> "origin";
            case "GOODS_NAME_DIFFERS" -> "goodsName";
            case "SUPPLIER_MISMATCH" -> "holder";
            case "TEST_NOT_NEGATIVE" -> "result";
            case "DOCUMENT_EXPIRED" -> "validUntil";
            case "DOCUMENT_FALSE" -> "number";
            default -> null;
        };
    }

    private List<BatchPage.LotRow> lots(List<Lot> lots, Predicate<FoundFault> own) {
        List<BatchPage.LotRow> rows = new ArrayList<>();
        for (Lot lot : lots) {
            String number = lot.lotNo();
            rows.add(row(
                    lot,
                    faults.take(own.and(fault ->
                            fault.lot() != null && CommonForm.of(fault.lot()).equals(CommonForm.of(number))))));
        }
        return rows;
    }

    /** A lot with what is wrong with it. */
    static BatchPage.LotRow row(Lot lot, List<FoundFault> faults) {
        BigDecimal quantity = lot.quantity();
        return new BatchPage.LotRow(
                lot.lotNo(), quantity == null ? null : quantity.toPlainString(), lot.unit(), faults);
    }

    /** A text as a page shows it; null where it is blank. */
    static @Nullable Bilingual text(@Nullable String text) {
        return text == null || CommonForm.blank(text) ? null : new Bilingual(text, text);
    }

    private BatchPage.@Nullable Scan scan(@Nullable FileOnRecord file, int no) {
        if (file == null) {
            return null;
        }
        String kind =
                file.mediaType().substring(file.mediaType().indexOf('/') + 1).toUpperCase(Locale.ROOT);
        String size = String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, file.size() / MEGABYTE));
        return new BatchPage.Scan(
                "/api/v1/batches/" + batch.id() + "/documents/" + no + "/file", kind, size, file.received());
    }
}
