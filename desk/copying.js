// Buttons that copy text.

import { announce } from "./notices.js";
import { say } from "./words.js";

const timeOfConfirmation = 2000;

/** Lets a button copy the text that a function returns, and says on the button that it did. */
export function copyOnClick(button, text) {
  const key = button.dataset.words;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      announce("desk-not-copied");
      return;
    }
    announce("desk-copied");
    say(button, "desk-copied");
    setTimeout(() => say(button, key), timeOfConfirmation);
  });
}
