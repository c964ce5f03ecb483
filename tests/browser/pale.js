// The words on the page whose contrast with what lies behind them is below 4.5, as "word (contrast)". Hidden ones do not count.
// The choice that is taken in a segmented control stands out by its ground and border too: for it 3 is enough.
() => {
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const parsed = (text) => {
    const numbers = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const parts = text.startsWith("color(srgb") ? numbers.map((part, at) => (at < 3 ? part * 255 : part)) : numbers;
    return parts.length < 4 ? [...parts, 1] : parts;
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  };

  const pale = [];
  const walker = document.createTreeWalker(document.querySelector('[data-testid="stApp"]'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const word = walker.currentNode.textContent.trim();
    const holder = walker.currentNode.parentElement;
    if (!word || !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (holder.closest('[disabled], [aria-disabled="true"], svg, script, style')) continue;
    if (holder.closest('[data-testid="stIconMaterial"]')) continue;
    if (holder.closest('[data-testid="stSliderThumbValue"]')) continue;  // stands above its thumb, not on it
    const line = [];
    for (let part = holder; part; part = part.parentElement) line.unshift(getComputedStyle(part));
    const opacity = line.reduce((product, style) => product * parseFloat(style.opacity), 1);
    const ground = line.reduce((below, style) => over(parsed(style.backgroundColor), below), [255, 255, 255]);
    const ink = parsed(getComputedStyle(holder).color);
    const found = contrast(over([ink[0], ink[1], ink[2], ink[3] * opacity], ground), ground);
    const bound = holder.closest('[data-selected="true"]:not([data-variant="pills"])') ? 3 : 4.5;
    if (opacity > 0.05 && found < bound) pale.push(`${word.slice(0, 40)} (${found.toFixed(2)})`);
  }
  return pale;
}
