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

    @Message("修改规则 {rule}")
    String changeOf(String rule);

    @Message("仿照 {rule} 新增规则")
    String newLike(String rule);

    @Message("此规则没有数字、日期或期间；请在编辑器中修改。")
    String nothingToChange();

    @Message("查看改动")
    String showChange();

    @Message("现行文字")
    String now();

    @Message("改动")
    String diff();

    @Message("带着改动到编辑器")
    String goOn();

    @Message("改数字")
    String changeNumber();

    @Message("开启应急期间")
    String openWindow();

    @Message("结束期间")
    String closeWindow();

    @Message("增加必备凭证")
    String addDocument();

    @Message("沿革")
    String ruleHistory();

    @Message("编辑")
    String editRule();

    @Message("查找规则")
    String find();

    @Message("规则中的文字（编号、名称、对象、依据）")
    String findText();

    @Message("种类")
    String kind();

    @Message("全部")
    String allKinds();

    @Message("显示 {count} 条，共 {total} 条规则")
    String shown(String count, String total);

    @Message("显示全部")
    String showAll();

    @Message("目录")
    String contents();

    @Message("没有这样的规则。")
    String noRule();

    @Message("全部版本")
    String allVersions();

    @Message("今天")
    String today();

    @Message("何时施行哪一版")
    String timetable();

    @Message("自 {day} 起")
    String fromOn(String day);

    @Message("自始")
    String fromStart();

    @Message("至 {day} 止")
    String until(String day);

    @Message("撤销排定")
    String cancel();

    @Message("它的日子还给之前的版本")
    String cancelHint();

    @Message("没有任何版本生效。")
    String nothing();

    @Message("谁在何时为何使其生效")
    String events();

    @Message("事项")
    String event();

    @Message("批准")
    String approvedBy();

    @Message("规则 {rule} 的沿革")
    String historyOf(String rule);

    @Message("每一版与保存时的有效版本相比")
    String historyNote();

    @Message("{by} 于 {time} 定为自 {day} 起生效：{reason}")
    String putIntoForce(String by, String time, String day, String reason);

    @Message("从未生效")
    String neverInForce();

    @Message("当时有效的第 {no} 版")
    String wasThen(String no);

    @Message("此版本删去了这条规则。")
    String leftOut();

    @Message("没有找到改动。")
    String noSteps();

    @Message("第 {no} 版的影子运行")
    String shadowOf(String no);

    @Message("进行中")
    String shadowRunning();

    @Message("已结束")
    String shadowEnded();

    @Message("此版本对接口收到的同样请求另行判定，只比较，不影响答复")
    String shadowNote();

    @Message("比例")
    String share();

    @Message("比较的请求比例（%）")
    String sharePercent();

    @Message("1 至 100 的整数")
    String shareHint();

    @Message("开始")
    String begin();

    @Message("改比例")
    String setShare();

    @Message("结束")
    String end();

    @Message("刷新")
    String reload();

    @Message("另一版本正在影子运行")
    String otherRuns();

    @Message("此版本正在答复")
    String answers();

    @Message("没有可与之比较的版本；请在草稿或已批准的版本上开始。")
    String answersNote();

    @Message("计数")
    String counted();

    @Message("不同之处")
    String differences();

    @Message("次数")
    String count();

    @Message("还没有不同之处。")
    String noDifference();

    @Message("人员或批次")
    String whoOrWhat();

    @Message("有效版本")
    String answered();

    @Message("此版本")
    String byThis();
}
