// The start page: reports to open, and a form to create one.

import { send } from "./connection.js";
import { accept, refuse, refuseFor } from "./fields.js";
import { announceJobs, listJobs } from "./jobs.js";
import { placeOfNewReports, startNewReport } from "./new-report.js";
import { attempt } from "./notices.js";
import { arrange, copyOf, element, part } from "./parts.js";
import { show } from "./words.js";

let seen = "";

/** Lets the user open and create reports. */
export function startStart() {
  element("open-report").addEventListener("submit", openFolder);
  startNewReport();
}

/** Shows the reports that were open lately, and how the creation of a new one goes. */
export function showStart({ recent, home, jobs }) {
  arrange(element("recent"), recent, { key: ({ folder }) => folder, make: recentItem });
  element("no-recent").hidden = recent.length > 0;
  placeExisting(recent.length > 0);
  placeOfNewReports(home);
  showCreation(jobs);
}

/** Reports that are there come first; who has none yet sees first how to create one. */
function placeExisting(isFirst) {
  const [one, other] = isFirst ? ["existing", "new"] : ["new", "existing"];
  if (element(one).nextElementSibling !== element(other)) element("start").append(element(one), element(other));
}

/** Only the latest creation counts, and only while it runs or if it failed. */
function showCreation(jobs) {
  const latest = jobs.find((job) => job.do === "new");
  const shown = latest && ["running", "failed"].includes(latest.status) ? [latest] : [];
  listJobs(element("creation"), shown, 2);
  announceJobs(jobs);
  element("creation").hidden = shown.length === 0;
  const news = shown.map(({ id, status }) => `${id} ${status}`).join();
  if (news && news !== seen) element("creation").scrollIntoView({ block: "nearest" });
  seen = news;
}

function recentItem({ folder, title }) {
  const item = copyOf("recent");
  show(part(item, "title"), title || folder.split(/[\\/]/).at(-1));
  show(part(item, "folder"), folder);
  item.querySelector("button").addEventListener("click", () => attempt(send("/api/report", { folder })));
  return item;
}

async function openFolder(event) {
  event.preventDefault();
  accept("folder");
  const folder = element("folder").value.trim();
  if (!folder) {
    refuse("folder", "desk-folder-missing");
    return;
  }
  try {
    await send("/api/report", { folder });
  } catch (error) {
    refuseFor("folder", error);
  }
}
