// What the page says beside its content: quietly to screen readers, or visibly when something could not be done.

import { Refusal, Silence } from "./connection.js";
import { element, part } from "./parts.js";
import { say, show, words } from "./words.js";

let waiting = [];

/** Says a message to screen readers, without interrupting them. What happens at the same time is said together. */
export function announce(key, values) {
  // Screen readers say a text again only if the region was empty meanwhile.
  element("announcements").textContent = "";
  if (waiting.length === 0) setTimeout(sayWaiting, 100);
  waiting.push(words(key, values));
}

function sayWaiting() {
  element("announcements").textContent = waiting.join(" ");
  waiting = [];
}

/** Shows why something could not be done. */
export function complain(error) {
  const notice = element("notice");
  showError(part(notice, "message"), error);
  notice.hidden = false;
}

/** Makes the reason of an error the text of an element. */
export function showError(target, error) {
  if (error instanceof Refusal) {
    show(target, error.message);
  } else if (error instanceof Silence) {
    say(target, "desk-no-answer");
  } else {
    throw error;
  }
  target.hidden = false;
}

/** Waits for something that nenpo was asked to do, and shows why if it could not be done. Returns whether it was. */
export async function attempt(answer) {
  try {
    await answer;
    element("notice").hidden = true;
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

/** Lets the user put a notice away. */
export function startNotices() {
  const notice = element("notice");
  part(notice, "dismiss").addEventListener("click", () => {
    notice.hidden = true;
    element("main").focus();
  });
}
