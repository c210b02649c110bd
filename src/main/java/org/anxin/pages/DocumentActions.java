package org.anxin.pages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.anxin.admission.Document;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.DeskConflictException;
import org.anxin.desk.DocumentFiles;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredDocument;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.files.OpenedFile;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What is done with the documents of a batch: they are added, corrected, and given their scans. */
@Singleton
class DocumentActions {
    private static final int MOST_DOCUMENTS = 100;
    private static final Bilingual TOO_LARGE =
            new Bilingual("文件太大，未保存；请缩小后再选。", "The file is too large and was not kept; choose a smaller one.");
    private static final Bilingual UNKNOWN_KIND =
            new Bilingual("只收 PDF、PNG、JPEG 或 WebP 文件，未保存。", "Only PDF, PNG, JPEG or WebP; the file was not kept.");
    private static final Bilingual NOT_STORED =
            new Bilingual("文件暂时无法保存，请稍后重试。", "The file cannot be stored at the moment; try again soon.");
    private static final Bilingual NO_FILE = new Bilingual("请选择文件。", "Choose a file.");
    private static final Bilingual TOO_MANY =
            new Bilingual("此批次的凭证已满 100 份；请以新的编号申报。", "The batch has 100 documents already; declare anew.");

    private final AdmissionDesk desk;
    private final DocumentFiles documentFiles;
    private final StoredFiles files;
    private final BatchReading reading;
    private final BatchActions actions;
    private final DocumentForms forms;
    private final Pages pages;

    DocumentActions(
            AdmissionDesk desk,
            DocumentFiles documentFiles,
            StoredFiles files,
            BatchReading reading,
            BatchActions actions,
            DocumentForms forms,
            Pages pages) {
        this.desk = desk;
        this.documentFiles = documentFiles;
        this.files = files;
        this.reading = reading;
        this.actions = actions;
        this.forms = forms;
        this.pages = pages;
    }

    /** A document as it was written, and the file that came with it or with the form before. */
    private record Written(
            StoredBatch batch,
            String type,
            FilledForm form,
            LotLines lots,
            @Nullable StoredFile file) {
        String kept() {
            return file == null ? "" : file.sha256();
        }
    }

    /** Adds a document, with its scan if one was chosen, and has the batch decided again. */
    Pages.Outcome add(Frame frame, String id, UploadedForm sent) throws SQLException {
        FilledForm form = FilledForm.of(sent.form());
        StoredFile file = sent.file() == null ? kept(sent.form().text("kept")) : sent.file();
        Written written = new Written(reading.required(id), sent.form().text("type"), form, LotLines.of(form), file);
        if (form.has("do", "lines")) {
            return shown(frame, Pages.OK, written, written.lots.more(), null);
        }
        Document document = forms.document(written.type, form, written.lots);
        int asOf = form.day("asOf", pages.today());
        refuse(form, sent.refusal());
        if (form.isRefused() || written.type.isEmpty()) {
            return shown(frame, BatchActions.REFUSED, written, written.lots, null);
        }
        if (written.batch.documents().size() >= MOST_DOCUMENTS) {
            return shown(frame, BatchActions.CONFLICT, written, written.lots, TOO_MANY);
        }
        String replaces = sent.form().text("replaces");
        return added(frame, written, document, replaces.isEmpty() ? 0 : Query.requireNumber(replaces), asOf);
    }

    private Pages.Outcome added(Frame frame, Written written, Document document, int replaces, int asOf)
            throws SQLException {
        try {
            StoredBatch batch = desk.add(written.batch.id(), document, replaces, actions.deciding(asOf), any -> {})
                    .batch();
            if (written.file != null) {
                documentFiles.add(
                        batch.id(),
                        no(batch, document),
                        written.file,
                        Caller.current().actor());
            }
            return new Pages.Outcome.GoOn("/batches/" + batch.id());
        } catch (DeskConflictException e) {
            return shown(frame, BatchActions.CONFLICT, written, written.lots, e.text());
        } catch (UndecidableBatchException e) {
            return shown(frame, BatchActions.CONFLICT, written, written.lots, BatchActions.UNDECIDABLE);
        }
    }

    /** The newest document of this type and number that counts: the one just added, or the same that was there. */
    private static int no(StoredBatch batch, Document document) {
        List<StoredDocument> all = batch.documents();
        for (int at = all.size() - 1; at >= 0; at--) {
            StoredDocument there = all.get(at);
            if (there.replacedBy() == null
                    && there.facts().type().equals(document.type())
                    && Objects.equals(there.facts().number(), document.number())) {
                return there.no();
            }
        }
        throw new IllegalStateException("a document was added and is not there");
    }

    private Pages.Outcome shown(Frame frame, int status, Written written, LotLines lots, @Nullable Bilingual refusal)
            throws SQLException {
        DocumentPage page = forms.page(written.batch, written.type, written.form, lots, written.kept(), refusal);
        return new Pages.Outcome.Shown(status, Templates.document(frame, page));
    }

    /** The file of a refused form that is sent again; null if it is gone or there was none. */
    private @Nullable StoredFile kept(String sha256) {
        if (sha256.isEmpty()) {
            return null;
        }
        try (OpenedFile opened = files.open(sha256)) {
            return opened.file();
        } catch (IOException e) {
            return null;
        }
    }

    private static void refuse(FilledForm form, UploadedForm.@Nullable Refusal refusal) {
        if (refusal != null) {
            form.refuse(
                    "file",
                    switch (refusal) {
                        case TOO_LARGE -> TOO_LARGE;
                        case UNKNOWN_KIND -> UNKNOWN_KIND;
                        case NOT_STORED -> NOT_STORED;
                    });
        }
    }

    /** Gives a document its scan. */
    Pages.Outcome attach(Frame frame, String id, int no, UploadedForm sent) throws SQLException {
        DocumentFiles.document(reading.required(id), no);
        FilledForm form = FilledForm.fresh().with("no", Integer.toString(no));
        StoredFile file = sent.file();
        refuse(form, sent.refusal());
        if (file == null) {
            form.refuse("file", NO_FILE);
            return actions.refused(frame, id, BatchActions.REFUSED, new BatchReading.Refused(null, null, form, null));
        }
        documentFiles.add(id, no, file, Caller.current().actor());
        return new Pages.Outcome.GoOn("/batches/" + id + "#document-" + no);
    }
}
