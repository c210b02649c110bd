// Writes down, for each thing that gets the focus, what a user of the keyboard would complain of.
() => {
  const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], .editor";
  const chosen = (radio) => radio.form.querySelector(`[name="${radio.name}"]:checked`) ?? radio.form.querySelector(`[name="${radio.name}"]`);
  // Of buttons of which one is chosen, the Tab key reaches one.
  const order = [...document.querySelectorAll(usable)].filter(
    (one) => !one.disabled && (one.tabIndex >= 0 || one.shadowRoot) && one.checkVisibility() && one.getClientRects().length > 0 && (one.type !== "radio" || one === chosen(one)),
  );
  // A page that puts the focus into a field is gone through from there on, and then from its beginning.
  const begins = document.querySelector("[autofocus]") !== null;
  const log = { complaints: [], last: -1, count: order.length, seen: 0, ended: false };
  window.focusLog = log;
  window.focusOrder = order;
  const outlined = (one) => {
    const style = getComputedStyle(one.shadowRoot?.activeElement?.closest(".cm-editor") ?? one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const name = (one) => `${one.tagName} ${one.className} ${one.id} ${one.textContent.trim().slice(0, 40)}`;
  document.addEventListener("focusin", (event) => {
    if (log.ended) {
      return;
    }
    const one = event.target;
    const place = order.indexOf(one);
    log.seen++;
    if (place <= log.last && !(begins && place === 0)) {
      log.complaints.push(`out of order: ${name(one)}`);
    }
    log.last = place;
    if (!outlined(one) && !(one.parentElement.closest(":focus-within") && outlined(one.closest(".figs > div") ?? one))) {
      log.complaints.push(`focus cannot be seen: ${name(one)}`);
    }
    // Of a thing that is larger than the window, some part is enough.
    const box = one.getBoundingClientRect();
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const shows = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (one.contains(hit) || hit.contains(one) && hit !== document.body && hit !== document.documentElement);
    });
    if (right <= left || bottom <= top || !shows) {
      log.complaints.push(`hidden while it has the focus: ${name(one)}`);
    }
  });
  return order.length;
}
