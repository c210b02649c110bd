package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of runs; the English ones stand in {@code messages/sweep_en.properties}. */
@MessageBundle(value = "sweep", locale = "zh")
public interface SweepTexts {
    @Message("核查")
    String title();

    @Message("逐人判定，一人不漏；每天零点后自动进行，也可随时发起")
    String subtitle();

    @Message("发起核查")
    String ask();

    @Message("判定日期")
    String day();

    @Message("开始")
    String start();

    @Message("按该日有效的规则判定；同一天正在进行的，不会重复")
    String hint();

    @Message("历次核查")
    String runs();

    @Message("还没有核查过。")
    String none();

    @Message("编号")
    String run();

    @Message("状态")
    String state();

    @Message("发起")
    String requested();

    @Message("结束")
    String ended();

    @Message("规则版本")
    String by();

    @Message("方式")
    String kind();

    @Message("定时")
    String nightly();

    @Message("手工")
    String asked();

    @Message("更早")
    String older();

    @Message("正在核查，本页每 2 秒刷新一次")
    String running();

    @Message("进度")
    String progress();

    @Message("预计 {time} 完成")
    String estimated(String time);

    @Message("正等待前一次核查结束")
    String waiting();

    @Message("全部 {registered} 人均已判定，一人不漏")
    String complete(String registered);

    @Message("{registered} 人登记，{evaluated} 人已判定，{errors} 人未能判定")
    String incomplete(String registered, String evaluated, String errors);

    @Message("核查失败，名单不得使用")
    String failed();

    @Message("看这一天的数字和名单")
    String seeDay();

    @Message("按状态")
    String byStatus();

    @Message("各市场是否完整")
    String markets();

    @Message("市场")
    String market();

    @Message("登记")
    String registered();

    @Message("已判定")
    String evaluated();

    @Message("未能判定")
    String errors();

    @Message("预警")
    String warned();

    @Message("停业")
    String suspended();

    @Message("完整")
    String whole();

    @Message("是")
    String yes();

    @Message("否")
    String no();

    @Message("未能判定的人员")
    String undecided();

    @Message("人员编号")
    String person();

    @Message("原因与改正办法")
    String why();

    @Message("另有 {more} 人未列出。")
    String more(String more);
}
