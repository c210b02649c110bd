package org.anxin.local;

import java.io.Serial;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The local database cannot start: what is wrong, where, and what to do, in both languages. */
class DatabaseStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DatabaseStartException(Bilingual text, @Nullable Throwable cause) {
        super(text.zh() + "\n" + text.en(), cause);
    }

    DatabaseStartException(Bilingual text) {
        this(text, null);
    }
}
