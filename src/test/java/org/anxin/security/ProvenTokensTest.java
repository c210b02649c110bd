package org.anxin.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was proven counts until the token's end, and nothing else does. */
class ProvenTokensTest {
    private static final Caller PROGRAM = new Caller("user:p", null, Set.of(Role.AUDITOR), Set.of(), Caller.Kind.TOKEN);

    private static ProvenTokens at(long second, Duration remembered) {
        return new ProvenTokens(remembered, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    @Test
    void aTokenIsKnownUntilItsEnd() {
        ProvenTokens tokens = at(1000, Duration.ofMinutes(1));
        tokens.remember("lasting", PROGRAM, 1001);
        tokens.remember("over", PROGRAM, 1000);
        tokens.remember("endless", PROGRAM, 0);
        assertThat(tokens.caller("lasting")).isEqualTo(PROGRAM);
        assertThat(tokens.caller("over")).isNull();
        assertThat(tokens.caller("endless")).isNull();
        assertThat(tokens.caller("lasting.")).isNull();
    }

    @Test
    void nothingIsRememberedWhereTheTimeIsNone() {
        ProvenTokens tokens = at(1000, Duration.ZERO);
        tokens.remember("lasting", PROGRAM, 2000);
        assertThat(tokens.caller("lasting")).isNull();
    }
}
