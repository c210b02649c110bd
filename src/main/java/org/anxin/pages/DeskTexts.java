package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what the policy desk previews, schedules and changes by form; the English ones stand in {@code messages/desk_en.properties}. */
@MessageBundle(value = "desk", locale = "zh")
public interface DeskTexts {
    @Message("预览影响")
    String preview();

    @Message("影响预览")
    String previews();

    @Message("首日")
    String firstDay();

    @Message("末日")
    String lastDay();

    @Message("市场")
    String market();

    @Message("全部市场")
    String allMarkets();

    @Message("开始预览")
    String makePreview();

    @Message("按此版本和有效版本分别判定这些天的全部人员和批次，比较结果。什么都不会生效；最多 31 天。")
    String previewHint();

    @Message("同一内容的最近一次预览")
    String latestPreview();

    @Message("{from} 至 {to}")
    String span(String from, String to);

    @Message("与第 {no} 版比较")
    String comparedWith(String no);

    @Message("该版本已不是有效版本，建议重新预览")
    String notCurrent();

    @Message("没有任何人或批次的结果改变。")
    String nothingChanges();

    @Message("此内容还没有预览过影响。")
    String noPreview();

    @Message("先预览")
    String previewFirst();

    @Message("做过的预览")
    String made();

    @Message("日期")
    String days();

    @Message("状态")
    String state();

    @Message("与之比较")
    String against();

    @Message("发起时间")
    String requested();

    @Message("还没有。")
    String noneMade();

    @Message("批次")
    String batch();

    @Message("批次")
    String batches();

    @Message("人员")
    String person();

    @Message("人员")
    String people();

    @Message("日期")
    String day();

    @Message("变化")
    String change();

    @Message("原规则")
    String before();

    @Message("新规则")
    String after();

    @Message("合计")
    String total();

    @Message("第 {no} 版的影响")
    String impactOf(String no);

    @Message("进度")
    String progress();

    @Message("已判定 {done} / {total}")
    String decided(String done, String total);

    @Message("等待开始")
    String waiting();

    @Message("未能完成")
    String failed();

    @Message("{people} 人中有 {changed} 人、{batches} 个批次中有 {changedBatches} 个的结果会改变。")
    String changed(String people, String changed, String batches, String changedBatches);

    @Message("下列人数按天计：同一人在几天中改变，每天计一次。")
    String eachDay();

    @Message("名单不全")
    String unlistedTitle();

    @Message("另有 {count} 项改变已计入数字，但不在名单中。")
    String unlisted(String count);

    @Message("数字")
    String figures();

    @Message("按天")
    String byDay();

    @Message("颜色越深人数越多；数字可点开名单")
    String byDayNote();

    @Message("状态改变")
    String transitions();

    @Message("从原状态到新状态")
    String transitionsNote();

    @Message("从 → 到")
    String transition();

    @Message("没有人的状态改变。")
    String noTransitions();

    @Message("按市场")
    String byMarket();

    @Message("在两处任职的人两处都计")
    String byMarketNote();

    @Message("每天的检测需求")
    String demand();

    @Message("假定每人都在最后一天采样")
    String demandNote();

    @Message("相差")
    String difference();

    @Message("此市场的检测需求不变。")
    String demandSame();

    @Message("例子")
    String examples();

    @Message("受影响的人员")
    String allPeople();

    @Message("受影响的批次")
    String allBatches();

    @Message("{count} 个批次的结果都不变。")
    String noBatches(String count);

    @Message("没有。")
    String nobody();

    @Message("影子运行")
    String shadow();

    @Message("时间表与历史")
    String schedule();
}
