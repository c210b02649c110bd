package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.desk.BatchState;
import org.anxin.desk.DeskConfig;
import org.anxin.desk.PassReason;
import org.anxin.desk.Passes;
import org.anxin.desk.QrCode;
import org.anxin.desk.UndecidableBatchException;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.registry.Markets;
import org.anxin.registry.Stored;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads passes: for print, and as the gate sees them. */
@Singleton
class PassReading {
    private final Passes passes;
    private final BatchReading batches;
    private final Markets markets;
    private final ActivePolicy activePolicy;
    private final String prefix;

    PassReading(Passes passes, BatchReading batches, Markets markets, ActivePolicy activePolicy, DeskConfig config) {
        this.passes = passes;
        this.batches = batches;
        this.markets = markets;
        this.activePolicy = activePolicy;
        this.prefix = config.passPrefix().orElse("");
    }

    /** The pass of a batch. */
    PassPage pass(String id, int today) throws SQLException {
        BatchPage batch = batches.of(id, BatchReading.Refused.NOTHING);
        String code = batch.passCode();
        return code == null
                ? new PassPage(batch, null, null, null)
                : new PassPage(batch, code, new QrCode(prefix + code), worthOrNull(code, today));
    }

    private PassPage.@Nullable Worth worthOrNull(String code, int today) throws SQLException {
        try {
            return worth(found(code, today));
        } catch (UndecidableBatchException e) {
            return null;
        }
    }

    /**
     * The check at the gate.
     *
     * @param read what a scanner or a person read; null if nothing was
     */
    GatePage gate(@Nullable String read, int day, int today) throws SQLException {
        if (read == null) {
            return new GatePage(false, day, today, null);
        }
        String code = code(read);
        try {
            Passes.Worth worth = found(code, day);
            return new GatePage(true, day, today, worth == null ? null : shown(worth));
        } catch (UndecidableBatchException e) {
            PassPage.Worth undecided = new PassPage.Worth(
                    false,
                    day,
                    Days.NONE,
                    List.of(new Bilingual(
                            "规则已不认识其凭证上的词，无法判定。", "Its documents use words that the rules no longer know.")),
                    false);
            return new GatePage(true, day, today, new GatePage.Found(undecided, "", null, null, null, List.of()));
        }
    }

    /** What a QR code says may be an address that ends with the code; people group what they type. */
    static String code(String read) {
        String compact = read.replaceAll("\\s", "");
        return compact.substring(Math.max(compact.lastIndexOf('/'), compact.lastIndexOf('=')) + 1);
    }

    private Passes.@Nullable Worth found(String code, int day) throws SQLException {
        return passes.worth(code, day, activePolicy.current());
    }

    private static PassPage.@Nullable Worth worth(Passes.@Nullable Worth worth) {
        return worth == null
                ? null
                : new PassPage.Worth(
                        worth.valid(),
                        worth.asOf(),
                        worth.validUntil(),
                        worth.reasons().stream().map(PassReason::message).toList(),
                        worth.batch().state() == BatchState.RECALLED);
    }

    private GatePage.Found shown(Passes.Worth worth) {
        Batch facts = worth.batch().declared().facts();
        Goods goods = facts.goods();
        Operator operator = facts.operator();
        String id = facts.marketId();
        Stored<Market> market = id == null ? null : markets.find(id);
        return new GatePage.Found(
                worth(worth),
                worth.batch().id(),
                goods == null ? null : goods.name(),
                operator == null ? null : operator.id(),
                market == null ? id : market.facts().name() + " " + id,
                facts.lots());
    }
}
