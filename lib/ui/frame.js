// What the frame does in the browser: the click on the current entry of the menu, shortcuts, and opening at the top.
(() => {
  if (window.afterword) return;
  const at = {};
  const toTop = () => document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" });

  // Streamlit would only run the page again, at its whole address. Enter on the entry is a click too.
  document.addEventListener("click", (event) => {
    const entry = event.target.closest?.('[data-testid="stSidebarNavLink"][aria-current="page"]');
    const start = document.querySelector(".st-key-start-of-page button");
    if (!entry || !start || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    start.click();
    toTop();
    fold();
  }, true);

  // On a phone the menu covers the page that was chosen in it, and Streamlit leaves it open.
  const fold = () => {
    if (window.innerWidth <= 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('[data-testid="stSidebarNavLink"]:not([aria-current="page"])')) setTimeout(fold);
  });

  // The keys of a button are shown on hover and focus; Streamlit writes them into the button.
  const say = (event) => {
    const button = event.target.closest?.('[data-testid="stMain"] button');
    const keys = button && [...button.querySelectorAll("kbd")].map((key) => key.textContent).join(" + ");
    if (keys) button.title = `Shortcut: ${keys}`;
  };
  document.addEventListener("pointerover", say);
  document.addEventListener("focusin", say);

  // "?" opens the list of shortcuts and closes it again, unless somebody types.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable="true"]')) return;
    const list = document.querySelector(".afterword-keys")?.closest('[role="dialog"]');
    const way = list?.querySelector('button[aria-label="Close"]') ?? document.querySelector(".st-key-shortcuts button");
    if (!list && document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    way?.click();
  });

  window.afterword = {
    arrive(what, where) {
      if (at[what] === where) return;
      at[what] = where;
      toTop();
    },
    comeBackTo(selectors) {
      requestAnimationFrame(() => {
        const part = selectors.map((selector) => document.querySelector(selector)).find(Boolean);
        part?.scrollIntoView({ block: "center", behavior: "instant" });
        part?.querySelector("button")?.focus({ preventScroll: true });
      });
    },
    mark(selector, attributes) {
      const part = document.querySelector(selector);
      for (const [name, value] of Object.entries(attributes)) part?.setAttribute(name, value);
    },
  };
})();
