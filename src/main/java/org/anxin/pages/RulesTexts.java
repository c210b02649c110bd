package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the policy desk; the English ones stand in {@code messages/rules_en.properties}. */
@MessageBundle(value = "rules", locale = "zh")
public interface RulesTexts {
    @Message("规则台")
    String title();

    @Message("正在判定的是")
    String deciding();

    @Message("第 {no} 版")
    String versionNo(String no);

    @Message("{count} 条规则")
    String count(String count);

    @Message("漏洞与重叠")
    String gaps();

    @Message("版本")
    String versions();

    @Message("生效记录")
    String history();

    @Message("规则目录与正在判定的规则不同")
    String directoryDiffers();

    @Message("规则目录中的文件有误或尚待批准；正在判定的规则不受影响。")
    String directoryFix();

    @Message("文件")
    String file();

    @Message("修改")
    String edit();

    @Message("看原文")
    String lines();

    @Message("适用于")
    String concerns();

    @Message("要求")
    String says();

    @Message("施行期间")
    String window();

    @Message("一直有效")
    String always();

    @Message("依据")
    String directive();

    @Message("状态")
    String state();

    @Message("版本")
    String number();

    @Message("作者")
    String author();

    @Message("理由")
    String reason();

    @Message("保存时间")
    String created();

    @Message("生效日")
    String from();

    @Message("操作人")
    String by();

    @Message("时间")
    String at();

    @Message("可退回到")
    String fallsBack();

    @Message("{by} 于 {time} 批准：{reason}")
    String approved(String by, String time, String reason);

    @Message("与有效版本（第 {no} 版）相比")
    String changes(String no);

    @Message("与有效版本相同。")
    String noChanges();

    @Message("按规则")
    String byRule();

    @Message("按文件")
    String byFile();

    @Message("原为")
    String before();

    @Message("改为")
    String after();

    @Message("检查结果")
    String check();

    @Message("没有错误。")
    String good();

    @Message("有 {count} 项不解决就不能批准")
    String obstacles(String count);

    @Message("错误")
    String error();

    @Message("警告")
    String warning();

    @Message("{file} 第 {line} 行第 {column} 列")
    String place(String file, String line, String column);

    @Message("批准")
    String approve();

    @Message("批准的是您所看到的内容：{id}")
    String approveHint(String id);

    @Message("生效")
    String activate();

    @Message("自哪一天起")
    String effectiveFrom();

    @Message("退回")
    String rollBack();

    @Message("它的日子还给之前的版本")
    String rollBackHint();

    @Message("理由")
    String why();

    @Message("文件")
    String files();

    @Message("修改 {path}")
    String editTitle(String path);

    @Message("以第 {no} 版为底稿")
    String base(String no);

    @Message("规则文件 {path}")
    String ruleText(String path);

    @Message("案例文件 {path}")
    String caseText(String path);

    @Message("改动数字的同时改动案例，两边都要有")
    String caseHint();

    @Message("检查")
    String checkOnly();

    @Message("保存为草稿")
    String save();

    @Message("检查通过，可以保存。")
    String checkedGood();

    @Message("回到第 {no} 版")
    String back(String no);

    @Message("哪些人没有检测义务，哪些规则永不适用或总是重合，哪些期间已过")
    String gapsNote();

    @Message("自")
    String fromDay();

    @Message("至")
    String toDay();

    @Message("查看")
    String show();

    @Message("没有发现。")
    String noGaps();

    @Message("另有 {more} 项未列出。")
    String moreGaps(String more);

    @Message("规则区分的人群太多，只查看了其中一部分。")
    String incomplete();

    @Message("其他文件中")
    String elsewhere();

    @Message("行")
    String line();

    @Message("规则")
    String rule();
}
