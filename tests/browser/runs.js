// Counts the runs of the app's script as they pass the WebSocket, so that a test can wait for the end of a run instead of sleeping.
// The last words of a run are drawn a moment after its end, and a field asks for a run a moment after it was left: so the page must also
// have been calm, with no message, change, input or scrolling, for some time and for some frames.
(() => {
  const RERUN_SCRIPT = 11, NEW_SESSION = 4, SCRIPT_FINISHED = 6, EARLY_FOR_RERUN = 2;
  const CALM_TIME = 150, CALM_FRAMES = 8;
  const runs = { asked: 0, begun: true, ended: true };
  let stirredAt = 0, calmFrames = 0;
  const stir = () => { stirredAt = performance.now(); calmFrames = 0; };

  // The fields at the top of a protocol buffer message, by number; of those that hold a number, its value.
  function fields(bytes) {
    const found = new Map();
    let at = 0;
    const varint = () => {
      let value = 0, factor = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const tag = varint(), kind = tag % 8;
      const number = Math.floor(tag / 8);
      found.set(number, kind === 0 ? varint() : null);
      if (kind === 0) continue;
      if (kind === 1) at += 8;
      else if (kind === 2) { const length = varint(); at += length; }
      else if (kind === 5) at += 4;
      else break;
    }
    return found;
  }

  function bytesOf(data) {
    if (data instanceof ArrayBuffer) return new Uint8Array(data);
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return new Uint8Array(0);
  }

  function hear(event) {
    stir();
    const seen = fields(bytesOf(event.data));
    if (seen.has(NEW_SESSION)) { runs.begun = true; runs.ended = false; }
    // A run that turns to another page ends early, and the page's own run follows.
    if (seen.has(SCRIPT_FINISHED) && seen.get(SCRIPT_FINISHED) !== EARLY_FOR_RERUN && runs.begun) runs.ended = true;
  }

  const send = WebSocket.prototype.send;
  const heard = new WeakSet();
  WebSocket.prototype.send = function (data) {
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener("message", hear);
      this.addEventListener("close", () => { runs.begun = false; runs.ended = false; });
    }
    if (fields(bytesOf(data)).has(RERUN_SCRIPT)) { stir(); runs.asked += 1; runs.begun = false; runs.ended = false; }
    return send.call(this, data);
  };

  for (const input of ["pointerdown", "pointerup", "click", "keydown", "keyup", "input", "focusout", "scroll"]) {
    document.addEventListener(input, stir, true);
  }
  document.addEventListener("securitypolicyviolation", (refused) => {
    if (refused.blockedURI === "wasm-eval") return;  // protobuf.js tries, and does without
    window.__broke(`The policy refused ${refused.blockedURI} (${refused.violatedDirective}): ${refused.sourceFile}`);
  });
  const told = new WeakSet();
  const look = () => {
    stir();
    for (const box of document.querySelectorAll('[data-testid="stException"]')) {
      if (!told.has(box)) { told.add(box); window.__broke(box.innerText); }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // Goes to another place of the app as the browser's way back does, without a new load.
  window.__turnTo = (address) => {
    const before = runs.asked;
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (runs.asked === before) throw new Error(`The app doesn't turn to ${address}`);
  };

  // Whether the app has come to rest; asked anew at each frame.
  window.__settled = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    const drawing = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]';
    const atRest = Boolean(app) && runs.asked > 0 && runs.begun && runs.ended
      && app.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
      && document.querySelector(drawing) === null;
    calmFrames = atRest ? calmFrames + 1 : 0;
    return calmFrames >= CALM_FRAMES && performance.now() - stirredAt >= CALM_TIME;
  };
})();
