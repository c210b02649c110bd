package org.anxin.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.anxin.files.StoredFiles;

/** Where files that people hand in are kept. */
class HandedInFiles {
    @Produces
    @Singleton
    StoredFiles files(AnxinConfig config) {
        return new StoredFiles(config.files().directory());
    }
}
