// Streamlit sends the words of a box when it is left. Whoever stops typing for a moment, or types on for a while, has them
// sent as well, so that a reload in the middle of a long answer costs little: to React a box is left when it hears
// 'focusout'. The focus stays.
(() => {
  if (window.afterwordKeepsWords) return;
  window.afterwordKeepsWords = true;
  const PAUSE = 1500, LONGEST = 4000;
  const BOXES = '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input';
  let waiting = 0, unsent = null;
  const send = (box) => box.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  document.addEventListener("focusout", () => {
    clearTimeout(waiting);
    unsent = null;
  });
  document.addEventListener("input", (event) => {
    const box = event.target;
    clearTimeout(waiting);
    if (event.isComposing || !(box instanceof Element) || !box.matches(BOXES)) return;
    unsent ??= Date.now();
    waiting = setTimeout(send, Math.min(PAUSE, Math.max(0, unsent + LONGEST - Date.now())), box);
  });
})();
