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

// A day, a time or a number that its field doesn't take never leaves the browser, so a form would be saved without
// it. The field shows that, and the button that saves waits until it is corrected. Of a day that is half typed
// nothing is left once the field is left, so the message comes right then.
(() => {
  if (window.afterwordSaysWhatIsRefused) return;
  window.afterwordSaysWhatIsRefused = true;
  const FIELDS = '[data-testid="stDateInput"], [data-testid="stTimeInput"], [data-testid="stNumberInput"]';
  const SAVES = '[data-testid="stBaseButton-primary"], [data-testid="stFormSubmitButton"] button';
  const NOTE = "afterword-refused", SETTLES = 400;
  const parts = (field) => [...field.querySelectorAll('[role="spinbutton"]')];
  const isOpen = (part) => part.hasAttribute("data-placeholder");
  const isHalf = (field) => parts(field).some(isOpen) && !parts(field).every(isOpen);
  const isWrong = (field) => field.querySelector('[data-has-error], [aria-invalid="true"]') !== null;
  const typed = (field) =>
    parts(field).length ? field.querySelector('[role="group"]').textContent : field.querySelector("input").value;
  const say = (field, end) => {
    const label = field.querySelector('[data-testid="stWidgetLabel"]').textContent;
    field.querySelector(`.${NOTE}`)?.remove();
    const note = document.createElement("p");
    note.className = NOTE;
    note.setAttribute("role", "alert");
    const why = isHalf(field) ? "isn't complete" : "can't be kept";
    note.textContent = `‘${label}’ ${why}: ${typed(field).replace(/[\u2066-\u2069]/g, "")}. ${end}`;
    field.append(note);
    field.scrollIntoView({ block: "nearest" });
  };
  const hush = (field) => field.querySelector(`.${NOTE}`)?.remove();
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const isSeen = (field) => field.offsetParent !== null;
  const refused = () =>
    [...document.querySelectorAll(FIELDS)].find((field) => isSeen(field) && (isHalf(field) || isWrong(field)));
  for (const kind of ["pointerdown", "mousedown", "click"])
    window.addEventListener(kind, (event) => {
      const field = event.target instanceof Element && event.target.closest(SAVES) && refused();
      if (!field) return;
      stop(event);
      if (kind === "click") say(field, "Correct it or clear it, then save.");
    }, true);
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const field = refused();
    if (!field) return;
    stop(event);
    say(field, "Correct it or clear it, then save.");
  }, true);
  window.addEventListener("focusout", (event) => {
    const field = event.target instanceof Element && event.target.closest(FIELDS);
    const stays = field && (field.contains(event.relatedTarget) || event.relatedTarget?.closest('[role="dialog"]'));
    if (!field || stays || !isHalf(field)) return;
    say(field, "It wasn't kept.");
    // The parts may be filled in only now, as a date is that was typed in one go.
    setTimeout(() => parts(field).some(isOpen) || hush(field), SETTLES);
  }, true);
  for (const kind of ["keydown", "input", "click"])
    document.addEventListener(kind, (event) => {
      const field = event.target instanceof Element && event.target.closest(FIELDS);
      if (field) hush(field);
    });
})();
