package org.anxin.personal;

/** A sealed value that no given key opens, or that was altered or moved. It names neither the value nor the person. */
public final class UnreadablePersonalException extends RuntimeException {
    UnreadablePersonalException(String message) {
        super(message);
    }
}
