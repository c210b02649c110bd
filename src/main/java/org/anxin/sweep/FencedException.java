package org.anxin.sweep;

import java.io.Serial;

/** Somebody claimed the shard after this node did: whatever this node found is not to be written. */
final class FencedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    FencedException(ShardClaim shard) {
        super(shard.toString(), null, false, false);
    }
}
