package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts around every page; the English ones stand in {@code messages/frame_en.properties}. */
@MessageBundle(value = "frame", locale = "zh")
public interface FrameTexts {
    @Message("安心网")
    String brand();

    @Message("市场物防监管")
    String subtitle();

    @Message("跳到正文")
    String skip();

    @Message("主导航")
    String navigation();

    @Message("今日")
    String today();

    @Message("市场")
    String markets();

    @Message("人员")
    String people();

    @Message("进口货物")
    String batches();

    @Message("规则台")
    String rules();

    @Message("核查")
    String sweeps();

    @Message("姓名已脱敏；证件号码和电话不在页面上显示。")
    String masked();

    @Message("接口文档")
    String api();

    @Message("回到今日页")
    String backToToday();

    @Message("登录")
    String signIn();

    @Message("退出")
    String signOut();

    @Message("已登录：{name}")
    String signedInAs(String name);

    @Message("您的市场")
    String yourMarkets();

    @Message("打印")
    String print();

    @Message("第 {first}–{last} 条，共 {total} 条")
    String range(String first, String last, String total);

    @Message("上一页")
    String previous();

    @Message("下一页")
    String next();

    @Message("名单为空。")
    String emptyList();

    @Message("无")
    String never();

    @Message("姓名与编号")
    String name();

    @Message("状态")
    String status();

    @Message("最迟采样日")
    String dueOn();

    @Message("上次采样")
    String lastSampled();

    @Message("市场")
    String market();

    @Message("类别")
    String category();

    @Message("依据")
    String reason();
}
