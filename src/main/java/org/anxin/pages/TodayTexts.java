package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the first page; the English ones stand in {@code messages/today_en.properties}. */
@MessageBundle(value = "today", locale = "zh")
public interface TodayTexts {
    @Message("今日")
    String title();

    @Message("核查完整")
    String complete();

    @Message("核查有人未能判定")
    String withErrors();

    @Message("{time} 完成，用时 {seconds} 秒")
    String ended(String time, String seconds);

    @Message("{people} 人、{markets} 个市场无一遗漏")
    String nobodyMissed(String people, String markets);

    @Message("{errors} 人未能判定")
    String undecided(String errors);

    @Message("规则版本")
    String ruleset();

    @Message("今天尚未核查")
    String notSweptToday();

    @Message("今天是{today}，以下为最近一次核查的{day}。")
    String showsNewest(String today, String day);

    @Message("这一天尚未核查")
    String notSwept();

    @Message("没有可以显示的数字和名单。")
    String nothingToShow();

    @Message("看最近核查的{day}")
    String seeNewest(String day);

    @Message("现在核查")
    String sweepNow();

    @Message("限期规则")
    String timed();

    @Message("施行至{day}")
    String until(String day);

    @Message("日期")
    String day();

    @Message("查看")
    String show();

    @Message("主要数字")
    String figures();

    @Message("其后已采样")
    String sampledSince();

    @Message("较上次核查 {change}")
    String change(String change);

    @Message("各市场")
    String markets();

    @Message("按人计，一人在两个市场的，全区只计一次")
    String countsOnce();

    @Message("市场")
    String market();

    @Message("在岗")
    String onDuty();

    @Message("合规率")
    String inOrder();

    @Message("今日到期")
    String dueToday();

    @Message("其后已采")
    String since();

    @Message("明日到期")
    String dueTomorrow();

    @Message("逾期")
    String overdue();

    @Message("停业")
    String suspended();

    @Message("从未采样")
    String neverSampled();

    @Message("全区")
    String district();

    @Message("检测需求日历")
    String calendar();

    @Message("左侧为已采样人数，自所选日起为应采样人数（每人都在最后一天采样）")
    String calendarNote();

    @Message("{market} {day}，已采样 {count} 人")
    String cellPast(String market, String day, String count);

    @Message("{market} {day}，应采样 {count} 人")
    String cellComing(String market, String day, String count);

    @Message("，到期未采 {missed} 人")
    String missed(String missed);

    @Message("占在岗人数")
    String share();

    @Message("全员")
    String everybody();

    @Message("有人到期未采样")
    String somebodyMissed();
}
