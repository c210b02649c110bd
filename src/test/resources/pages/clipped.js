// What does not fit: the document that is wider than its window, and text that is cut off where nobody can scroll to it.
() => {
  const found = [];
  const root = document.documentElement;
  const beyond = root.scrollWidth - root.clientWidth;
  if (beyond > 0) {
    found.push(`${beyond} pixels too wide`);
  }
  const hides = (style) => [style.overflowX, style.overflowY].some((one) => one === "hidden" || one === "clip");
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one);
    // A field of one line follows the cursor.
    if (one.closest(".vh, svg, input") || !hides(style) || style.textOverflow === "ellipsis") {
      continue;
    }
    if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) {
      found.push(`cut off: ${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`);
    }
  }
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const inside = (one) => {
    for (let up = one.parentElement; up; up = up.parentElement) {
      if (scrolls(up)) {
        return true;
      }
    }
    return false;
  };
  for (const one of document.querySelectorAll("body a, body button, body input, body select, body textarea, body p, body h1, body h2, body h3, body dt, body dd, body label")) {
    const box = one.getBoundingClientRect();
    if (box.width > 1 && !one.closest(".vh, .skip") && (box.left < -1 || box.right > root.clientWidth + 1) && !inside(one)) {
      found.push(`outside: ${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`);
    }
  }
  return found;
}
