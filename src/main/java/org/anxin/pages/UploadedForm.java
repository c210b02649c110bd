package org.anxin.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.jspecify.annotations.Nullable;

/**
 * A form with files.
 *
 * @param form its other fields
 * @param files that were attached and are stored, in order
 * @param refusal why another one was not; null if all were
 */
record UploadedForm(
        Form form, List<StoredFile> files, @Nullable Refusal refusal) {
    /** Why a file is not taken. */
    enum Refusal {
        /** It has more bytes than allowed, or all of them together have. */
        TOO_LARGE,
        /** Its content is none of the kinds that are taken. */
        UNKNOWN_KIND,
        /** The disk does not take it, which is logged. */
        NOT_STORED
    }

    /**
     * Stores the files of a form. Whatever becomes of the form, those that are taken stay, under the hashes of their content.
     *
     * @throws IOException if what was received cannot be read again
     */
    static UploadedForm of(ReceivedForm received, StoredFiles store, Attachments attachments) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        Refusal refusal = null;
        for (ArrivingFile arrived : received.files()) {
            StoredFile file = arrived.store(store, attachments);
            if (file == null) {
                refusal = arrived.refusal();
            } else {
                files.add(file);
            }
        }
        return new UploadedForm(received.fields(), List.copyOf(files), refusal);
    }

    /** The file of a form that has one; null if none was attached and taken. */
    @Nullable
    StoredFile file() {
        return files.isEmpty() ? null : files.get(files.size() - 1);
    }
}
