package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of markets; the English ones stand in {@code messages/market_en.properties}. */
@MessageBundle(value = "market", locale = "zh")
public interface MarketTexts {
    @Message("市场")
    String title();

    @Message("各市场收到的名单：预警名单和暂停经营人员")
    String subtitle();

    @Message("数字为{day}的核查结果")
    String numbersOf(String day);

    @Message("尚无完成的核查，因此没有数字")
    String notSwept();

    @Message("市场")
    String name();

    @Message("类型")
    String type();

    @Message("属地街道")
    String subdistrict();

    @Message("在岗")
    String onDuty();

    @Message("预警")
    String warned();

    @Message("停业")
    String suspended();

    @Message("从未采样")
    String never();

    @Message("这一天尚未核查，没有名单。")
    String dayNotSwept();

    @Message("现在核查")
    String sweepNow();

    @Message("预警名单")
    String warnings();

    @Message("停业名单")
    String suspensions();

    @Message("下载")
    String files();

    @Message("签发的名单")
    String issued();

    @Message("核查 {sweep}，{time} 完成；规则版本 {version}（{ruleset}）")
    String printed(String sweep, String time, String version, String ruleset);

    @Message("按 Ctrl+P 打印：每页带日期、核查编号、规则版本和页码")
    String howToPrint();

    @Message("日期")
    String day();

    @Message("查看")
    String show();

    @Message("市场 {id}")
    String onlyMarket(String id);
}
