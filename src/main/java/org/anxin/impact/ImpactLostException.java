package org.anxin.impact;

/** This node was taken for dead meanwhile; nothing that it writes counts any more. */
final class ImpactLostException extends RuntimeException {
    ImpactLostException(Impact run) {
        super("impact " + run.id() + " is not this node's any more", null, false, false);
    }
}
