package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to markets, and what waits.
 *
 * @param queues how sending goes, by market
 * @param notices the latest first
 * @param markets to choose from
 * @param state of those asked for: waiting or delivered; empty for all
 * @param isSending whether there is a receiver; else notices are fetched
 * @param failing markets whose last attempt failed
 */
public record NoticesPage(
        PageTable queues,
        PageTable notices,
        List<PatrolsPage.Choice> markets,
        String state,
        boolean isSending,
        int failing) {

    /** What is to be said before all else; null if nothing is. */
    public @Nullable Bilingual warning() {
        return failing == 0
                ? null
                : new Bilingual(
                        failing + " 个市场的通知最近一次未送达，会自动再送；请查看下方原因，并检查接收方。",
                        "The last attempt failed for " + failing
                                + " markets; it is repeated by itself. See the reasons below and check the receiver.");
    }
}
