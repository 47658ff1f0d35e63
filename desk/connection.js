// The connection with nenpo: questions, orders, and the state of the desk as it changes. Knows no element of the page.

/** An answer of nenpo that says in the user's language why it refuses. */
export class Refusal extends Error {}

/** No answer at all. */
export class Silence extends Error {}

/** Returns the JSON that is served at an address. */
export function ask(address) {
  return answerTo(address, {});
}

/** Posts JSON, or a file, and returns the JSON of the answer. */
export function send(address, body) {
  const isFile = body instanceof Blob;
  return answerTo(address, {
    method: "POST",
    headers: { "X-Nenpo-Desk": "1", "Content-Type": isFile ? "application/octet-stream" : "application/json" },
    body: isFile ? body : JSON.stringify(body),
  });
}

async function answerTo(address, request) {
  const response = await fetch(address, request).catch(() => {
    throw new Silence();
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refusal(answer.message ?? "");
  }
  return answer;
}

const pauseBeforeNextTry = 2000;
const pauseInBackground = 60000;

/**
 * Listens to the state of the desk for as long as the page is open. When the connection breaks, `lost` is called, and
 * told whether nenpo is there but refuses this page, which belongs to a run that has ended; `found`, when it is there
 * again.
 */
export function listen({ state, lost, found }) {
  let isLost = false;

  let source = null;

  function connect() {
    source = new EventSource("/api/events");
    source.addEventListener("state", (event) => state(JSON.parse(event.data)));
    source.addEventListener("open", () => {
      if (isLost) found();
      isLost = false;
    });
    source.addEventListener("error", ({ target }) => tellOfError(target));
  }

  // A browser has six connections to nenpo for all of its tabs: one that is not seen gives its own back, and asks now and
  // then, so that nenpo knows that it is still open.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) connect();
  });
  setInterval(() => document.hidden && ask("/api/state").then(state, () => {}), pauseInBackground);

  async function tellOfError(broken) {
    if (broken !== source) return;
    isLost = true;
    // A browser tries again by itself when a connection breaks, but never after an answer that refuses it.
    if (broken.readyState === EventSource.CLOSED) setTimeout(() => broken === source && connect(), pauseBeforeNextTry);
    lost(await isRefused());
  }

  connect();
}

async function isRefused() {
  const response = await fetch("/api/state").catch(() => null);
  return response !== null && (response.status === 401 || response.status === 403);
}
