// What the frame does in the browser: the click on the current entry of the menu, and opening at the top.
(() => {
  if (window.afterword) return;
  const at = {};
  const toTop = () => document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" });

  // Streamlit would only run the page again, with all that its address says. Enter on the entry is a click too.
  document.addEventListener("click", (event) => {
    const entry = event.target.closest?.('[data-testid="stSidebarNavLink"][aria-current="page"]');
    const start = document.querySelector(".st-key-start_of_page button");
    if (!entry || !start || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    start.click();
    toTop();
    if (window.innerWidth <= 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }, true);

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
