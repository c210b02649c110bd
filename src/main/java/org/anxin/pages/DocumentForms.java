package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anxin.admission.Document;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredDocument;
import org.anxin.policy.ActivePolicy;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The form of a document: makes it, and reads what was written into it. */
@Singleton
class DocumentForms {
    private static final List<String> FIELDS =
            List.of("number", "issuedOn", "validUntil", "holder", "goodsName", "origin", "sampledOn", "result");
    private static final Set<String> DAYS = Set.of("issuedOn", "validUntil", "sampledOn");

    /** What is offered first; everything else can be written as well, since rules say what is required. */
    private static final Set<String> LICENCE = Set.of("number", "issuedOn", "validUntil", "holder");

    private static final Set<String> QUARANTINE = Set.of("number", "issuedOn", "goodsName", "origin");
    private static final Set<String> DISINFECTION = Set.of("number", "issuedOn");
    private static final Set<String> TEST = Set.of("number", "issuedOn", "sampledOn", "result");

    private final BatchReading reading;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    DocumentForms(BatchReading reading, ActivePolicy activePolicy, Pages pages) {
        this.reading = reading;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /**
     * The form before anybody wrote into it.
     *
     * @param type null as long as none is chosen
     * @param replaces number of the document to be corrected; 0 if none is
     */
    DocumentPage fresh(String id, @Nullable String type, int replaces) throws SQLException {
        StoredBatch batch = reading.required(id);
        FilledForm form = FilledForm.fresh().with("asOf", Days.text(pages.today()));
        if (replaces == 0) {
            return page(
                    batch, type == null ? "" : type, form.with("type", type), LotLines.of(form, List.of()), "", null);
        }
        Document there = corrected(batch, replaces).facts();
        form.with("type", there.type()).with("replaces", Integer.toString(replaces));
        form.with("number", there.number()).with("holder", there.holder());
        form.with("goodsName", there.goodsName()).with("origin", there.origin()).with("result", there.result());
        form.with("issuedOn", day(there.issuedOn())).with("validUntil", day(there.validUntil()));
        form.with("sampledOn", day(there.sampledOn()));
        return page(batch, there.type(), form, LotLines.of(form, there.lots()), "", null);
    }

    private static @Nullable String day(int day) {
        return Days.known(day) ? Days.text(day) : null;
    }

    private static StoredDocument corrected(StoredBatch batch, int no) {
        return batch.documents().stream()
                .filter(document -> document.no() == no && document.replacedBy() == null)
                .findFirst()
                .orElseThrow(() -> new PageException(PageError.NOT_FOUND));
    }

    /** The form with what was written into it. */
    DocumentPage page(
            StoredBatch batch, String type, FilledForm form, LotLines lots, String kept, @Nullable Bilingual refusal)
            throws SQLException {
        Words words = activePolicy.current().ruleset().words();
        Words.Word word = words.find("document", type);
        if (word == null && !type.isEmpty()) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        BatchPage shown = reading.of(batch.id(), BatchReading.Refused.NOTHING);
        Set<String> usual = usual(type);
        return new DocumentPage(
                shown,
                type,
                choices(words, "document", type),
                word == null ? null : word.name(),
                corrected(shown, form.value("replaces")),
                fields(usual, true),
                fields(usual, false),
                word != null && word.listsLots() ? lots : null,
                choices(words, "result", form.value("result")),
                form,
                kept,
                refusal);
    }

    private static BatchPage.@Nullable Doc corrected(BatchPage shown, String no) {
        return shown.groups().stream()
                .flatMap(group -> group.documents().stream())
                .filter(document -> Integer.toString(document.no()).equals(no))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> usual(String type) {
        return switch (type) {
            case "SUPPLIER_LICENCE" -> LICENCE;
            case "QUARANTINE_CERTIFICATE" -> QUARANTINE;
            case "DISINFECTION_CERTIFICATE" -> DISINFECTION;
            case "TEST_REPORT" -> TEST;
            default -> Set.copyOf(FIELDS);
        };
    }

    private static List<DocumentPage.Field> fields(Set<String> usual, boolean first) {
        List<DocumentPage.Field> fields = new ArrayList<>();
        for (String name : FIELDS) {
            if (usual.contains(name) == first) {
                String kind = DAYS.contains(name) ? "date" : name.equals("result") ? "choice" : "text";
                fields.add(new DocumentPage.Field(name, BatchFields.label(name), kind));
            }
        }
        return fields;
    }

    private static List<BatchesPage.Choice> choices(Words words, String kind, String chosen) {
        return words.all(kind).stream()
                .map(word -> new BatchesPage.Choice(
                        word.code(), word.name(), word.code().equals(chosen)))
                .toList();
    }

    /** What was written; mistakes are noted in the form. */
    Document document(String type, FilledForm form, LotLines lots) {
        Words words = activePolicy.current().ruleset().words();
        return new Document(
                type,
                form.text("number"),
                form.day("issuedOn"),
                form.day("validUntil"),
                form.day("sampledOn"),
                form.text("holder"),
                form.text("goodsName"),
                form.text("origin"),
                form.word("result", "result", words),
                lots.lots());
    }
}
