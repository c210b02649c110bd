package org.anxin.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.admission.Document;
import org.anxin.admission.DocumentKey;
import org.anxin.admission.OnRecord;
import org.anxin.rulebook.Words;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * How documents are presented: one with the type and number of an earlier one takes its place, and one may name another
 * whose place it takes, for numbers that were missing or miswritten.
 */
final class Presentation {
    private Presentation() {}

    /** Adds the documents of a declaration. */
    static void insert(Connection connection, long batchNo, List<Document> documents, String by) throws SQLException {
        Map<DocumentKey, Integer> standing = new HashMap<>();
        for (int no = 1; no <= documents.size(); no++) {
            Document document = documents.get(no - 1);
            DocumentRows.insert(connection, batchNo, no, document, 1, by);
            DocumentKey key = DocumentKey.of(document);
            Integer earlier = key == null ? null : standing.put(key, no);
            if (earlier != null) {
                DocumentRows.replace(connection, batchNo, earlier, no);
            }
        }
    }

    /** The documents that adding one has to do with. */
    static List<Document> concerned(StoredBatch batch, Document document) {
        List<Document> concerned = new ArrayList<>(batch.presented());
        concerned.add(document);
        return concerned;
    }

    /**
     * Adds a document to a batch, unless it is there already. All documents concerned are locked.
     *
     * @param replaces number of a document whose place it takes; 0 for none
     * @param decision number of the first decision that it is presented for
     * @throws DeskConflictException if it may not take that place
     */
    static boolean add(
            Connection connection, StoredBatch batch, Document document, int replaces, int decision, String by)
            throws SQLException {
        for (StoredDocument there : batch.documents()) {
            if (there.replacedBy() == null && SameDeclaration.same(there.facts(), document)) {
                return false;
            }
        }
        checkReplaced(connection, batch, document, replaces);
        int no = batch.documents().size() + 1;
        DocumentRows.insert(connection, batch.no(), no, document, decision, by);
        DocumentKey key = DocumentKey.of(document);
        for (StoredDocument there : batch.documents()) {
            boolean same = key != null && key.equals(DocumentKey.of(there.facts()));
            if (there.replacedBy() == null && (same || there.no() == replaces)) {
                DocumentRows.replace(connection, batch.no(), there.no(), no);
            }
        }
        return true;
    }

    private static void checkReplaced(Connection connection, StoredBatch batch, Document document, int replaces)
            throws SQLException {
        if (replaces == 0) {
            return;
        }
        StoredDocument replaced = batch.documents().stream()
                .filter(there -> there.no() == replaces && there.replacedBy() == null)
                .findFirst()
                .orElse(null);
        if (replaced == null || !replaced.facts().type().equals(document.type())) {
            throw new DeskConflictException(
                    "所指的凭证不存在、已被替换或类型不同；请重新读取批次。",
                    "The document to be replaced is not there, has been replaced, or is of another type; read the batch"
                            + " again.");
        }
        DocumentKey key = DocumentKey.of(replaced.facts());
        if (key != null) {
            OnRecord onRecord = RecordRows.read(connection, batch.no(), List.of(replaced.facts()), false);
            requireNotFalse(onRecord.foundFalse(), key);
        }
    }

    private static void requireNotFalse(Set<DocumentKey> foundFalse, DocumentKey key) {
        if (foundFalse.contains(key)) {
            throw new DeskConflictException(
                    "被认定为虚假的凭证不能以另一份替换；请以新的编号重新申报货物。",
                    "A document that was found false cannot be replaced by another; declare the goods anew under another id.");
        }
    }

    /** @throws UndecidableBatchException if a document that counts uses a word that is not declared */
    static void requireDeclaredWords(List<StoredDocument> documents, Words words) {
        String pointer = undeclaredWord(documents, words);
        if (pointer != null) {
            throw new UndecidableBatchException(pointer);
        }
    }

    /** Where the first document that counts uses a word that is not declared; null if none does. */
    static @Nullable String undeclaredWord(List<StoredDocument> documents, Words words) {
        for (int at = 0; at < documents.size(); at++) {
            if (documents.get(at).replacedBy() == null) {
                Document facts = documents.get(at).facts();
                if (words.find("document", facts.type()) == null) {
                    return "/documents/" + at + "/type";
                }
                String result = facts.result();
                if (result != null && !CommonForm.blank(result) && words.find("result", result) == null) {
                    return "/documents/" + at + "/result";
                }
            }
        }
        return null;
    }
}
