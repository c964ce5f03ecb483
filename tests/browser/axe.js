// What axe finds that is serious or critical, as "rule: element, why". The exceptions are Streamlit's own, each with its cause.
async () => {
  // The three slowest rules of those that are only moderate, and would be left out below.
  const rules = Object.fromEntries(["region", "landmark-unique", "heading-order"].map((rule) => [rule, { enabled: false }]));
  const found = await axe.run(document, { resultTypes: ["violations"], elementRef: true, selectors: false, rules });
  // Streamlit's menu puts the headings of its sections between the items of one list.
  const ofTheMenu = (node) => node.element?.closest('[data-testid="stSidebarNav"]');
  // In the dark one green serves Streamlit for white words on it (4.6 to 1), as the words of what is chosen in a
  // segmented control (3.4), and as the number above the thumb of a slider (3.8).
  const isGreen = (node) => node.element?.closest('[data-selected]:not([data-variant="pills"]), [data-testid="stSliderThumbValue"]');
  const isStreamlits = (rule, node) =>
    (rule.startsWith("list") && ofTheMenu(node)) || (rule === "color-contrast" && isGreen(node));
  return found.violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .flatMap((each) =>
      each.nodes
        .filter((node) => !isStreamlits(each.id, node))
        .map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary.split("\n")[1]}`),
    );
}
