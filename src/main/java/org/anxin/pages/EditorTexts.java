package org.anxin.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the editor says, where it has the script; the script puts values where there is a %. */
@MessageBundle(value = "editor", locale = "zh")
public interface EditorTexts {
    @Message("Tab 键离开编辑框；Ctrl+空格补全，F8 到下一处问题，Ctrl+. 采用改法，Ctrl+F 查找。")
    String keys();

    @Message("没有错误。")
    String good();

    @Message("错误 % 处，警告 % 处；")
    String found();

    @Message("首先是第 % 行：%")
    String first();

    @Message("正在检查…")
    String checking();

    @Message("检查的人多，稍候自动再试。")
    String waiting();

    @Message("暂时无法检查；您写的内容都在，可以继续。")
    String unreachable();

    @Message("% 个案例，% 个不符")
    String cases();

    @Message("% 个案例，改正规则中的错误后运行")
    String casesWait();

    @Message("第 % 行第 % 列")
    String place();

    @Message("改为“%”")
    String replace();

    @Message("添加“%”")
    String insert();

    @Message("与有效版本（第 % 版）比较")
    String againstActive();

    @Message("与底稿（第 % 版）比较")
    String againstBase();

    @Message("与它相同")
    String asBefore();

    @Message("不同之处：%")
    String changes();

    @Message("下一处不同")
    String next();

    @Message("% 在本机写过的内容没有保存：")
    String kept();

    @Message("取回")
    String restore();

    @Message("丢弃")
    String forget();

    @Message("已改。")
    String fixed();
}
