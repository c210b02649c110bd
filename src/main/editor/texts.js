// What the editor says. The server writes the texts into the page, in its language.

export const isChinese = document.documentElement.lang.startsWith("zh");

const template = document.getElementById("editor-texts");
const texts = Object.fromEntries([...template.content.children].map((text) => [text.dataset.text, text.textContent]));

/** A text with values in place of its %. */
export function say(name, ...values) {
  return values.reduce((text, value) => text.replace("%", () => value), texts[name]);
}

/** What the API says in both languages. */
export function told(both) {
  return isChinese ? both.zh : both.en;
}

/** An element with attributes and children, which are elements or texts. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

/** What CodeMirror itself says, in Chinese. */
export const phrases = isChinese
  ? {
      Find: "查找",
      Replace: "替换为",
      next: "下一处",
      previous: "上一处",
      all: "全部",
      "match case": "区分大小写",
      "by word": "整词",
      regexp: "正则表达式",
      replace: "替换",
      "replace all": "全部替换",
      close: "关闭",
      "current match": "当前匹配",
      "on line": "在第几行",
      "replaced match on line $": "已替换第 $ 行",
      "replaced $ matches": "已替换 $ 处",
      "$ unchanged lines": "$ 行相同",
      Completions: "补全",
      Diagnostics: "问题",
      "No diagnostics": "没有问题",
      "Selection deleted": "已删除所选",
    }
  : {};
