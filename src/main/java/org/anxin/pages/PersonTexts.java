package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of people; the English ones stand in {@code messages/person_en.properties}. */
@MessageBundle(value = "person", locale = "zh")
public interface PersonTexts {
    @Message("人员")
    String title();

    @Message("按人员编号、姓名、证件号码或电话查找")
    String searchNote();

    @Message("编号、姓名、证件号码或电话")
    String who();

    @Message("查找结果")
    String foundTitle();

    @Message("查找")
    String find();

    @Message("没有找到。")
    String nobody();

    @Message("编号可只写开头几位；姓名、证件号码和电话须完整，空格、大小写和 +86 不计。")
    String hint();

    @Message("截至")
    String asOf();

    @Message("按当时已知")
    String knownAt();

    @Message("留空表示按现在已知的全部事实")
    String knownHint();

    @Message("查看")
    String show();

    @Message("规则版本")
    String decidedBy();

    @Message("检测义务")
    String obligations();

    @Message("没有检测义务。")
    String none();

    @Message("规则")
    String rule();

    @Message("市场与类别")
    String market();

    @Message("频次")
    String cadence();

    @Message("期间")
    String period();

    @Message("最迟采样日")
    String due();

    @Message("状态")
    String status();

    @Message("原因")
    String why();

    @Message("自{day}")
    String from(String day);

    @Message("至{day}")
    String until(String day);

    @Message("起")
    String open();

    @Message("提示")
    String notes();

    @Message("日历")
    String calendar();

    @Message("阴性")
    String neg();

    @Message("待出结果")
    String pend();

    @Message("阳性")
    String pos();

    @Message("其他结果")
    String otherResult();

    @Message("应采样")
    String dueMark();

    @Message("逾期")
    String late();

    @Message("停业")
    String halt();

    @Message("预警")
    String warnedMark();

    @Message("在岗")
    String duty();

    @Message("缺勤")
    String away();

    @Message("停业期间")
    String stoppedKey();

    @Message("周")
    String week();

    @Message("经过")
    String timeline();

    @Message("日期")
    String date();

    @Message("事项")
    String what();

    @Message("市场或实验室")
    String detail();

    @Message("暂停经营")
    String suspensions();

    @Message("没有暂停经营的记录。")
    String noSuspensions();

    @Message("开始")
    String opened();

    @Message("解除")
    String lifted();

    @Message("尚未解除")
    String lasting();

    @Message("措施")
    String action();

    @Message("依据")
    String reason();

    @Message("缺勤")
    String absences();

    @Message("没有缺勤记录。")
    String noAbsences();

    @Message("首日")
    String first();

    @Message("末日")
    String last();

    @Message("原因")
    String absenceReason();

    @Message("至今")
    String still();

    @Message("此前没有任何记录。")
    String noEvents();

    @Message("所选日")
    String now();
}
