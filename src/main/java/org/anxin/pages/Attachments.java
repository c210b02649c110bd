package org.anxin.pages;

import java.util.Set;
import java.util.concurrent.Semaphore;
import org.anxin.files.FileKind;

/**
 * What may be attached to a form.
 *
 * @param kinds that are taken
 * @param largest most bytes of a file
 * @param most so many files of the largest size may come together
 * @param forms as many permits as such forms may be read at a time; each keeps a worker thread
 */
record Attachments(Set<FileKind> kinds, long largest, int most, Semaphore forms) {
    /** What is written into the fields, and what stands between the files, has at most so many bytes. */
    static final int MOST_OF_FIELDS = 64 * 1024;

    /** So much more than the largest file is still read, so that the sender gets to see the answer. */
    private static final int PATIENCE = 5;

    /** Most bytes of all files together. */
    long together() {
        return most * largest;
    }

    /** Most bytes of a form that are read at all. */
    long readable() {
        return PATIENCE * largest + MOST_OF_FIELDS;
    }
}
