// The place at which the user reads: it stays where it is in the window while sizes around it change.

/** Changes the layout, and scrolls so that the page which is read stays at its place in the window. */
export function keepPlace(change) {
  const frame = frameInView();
  if (!frame) {
    change();
    return;
  }
  const before = pointIn(frame);
  const row = frame.closest(".row");
  change();
  // The page may have given way to that of another language.
  const box = (frame.isConnected ? frame : (row.querySelector(".frame") ?? row)).getBoundingClientRect();
  scrollBy({
    left: box.left + before.across * box.width - before.x,
    top: box.top + before.down * box.height - before.y,
    behavior: "instant",
  });
}

/** The page with the focus if it can be seen, else the first that reaches below the upper third of the window. */
function frameInView() {
  const focused = document.activeElement?.closest(".frame");
  if (focused && isInView(focused)) return focused;
  const frames = [...document.querySelectorAll(".frame")];
  return frames.find((frame) => frame.checkVisibility() && isInView(frame)) ?? null;
}

function isInView(frame) {
  const box = frame.getBoundingClientRect();
  return box.bottom > innerHeight / 3 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}

/** A point of the page in the upper third of the window, and where on the page it is. */
function pointIn(frame) {
  const box = frame.getBoundingClientRect();
  const x = Math.max(box.left, 0);
  const y = Math.max(box.top, innerHeight / 3);
  return { x, y, across: (x - box.left) / box.width, down: Math.min((y - box.top) / box.height, 1) };
}
