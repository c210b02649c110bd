package org.anxin.rulebook;

/** The engine failed, fired too often or took too long: an error of the run, never a verdict. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineException(String message) {
        super(message);
    }
}
