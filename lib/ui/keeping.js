// Streamlit sends the words of a box when it is left. Whoever stops typing for a moment has them sent as well, so that a
// reload in the middle of a long answer costs nothing: to React a box is left when it hears 'focusout'. The focus stays.
(() => {
  if (window.afterwordKeepsWords) return;
  window.afterwordKeepsWords = true;
  const PAUSE = 1500;
  const BOXES = '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input';
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const box = event.target;
    clearTimeout(waiting);
    if (event.isComposing || !(box instanceof Element) || !box.matches(BOXES)) return;
    waiting = setTimeout(() => box.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), PAUSE);
  });
})();
