/* The tabs that a reader chose, or that the address names: Material's content.html, which is inline. */

import { onPage, target } from "./page.js"

onPage(() => {
  const { features } = JSON.parse(document.getElementById("__config").textContent)
  const chosen = features.includes("content.tabs.link") && __md_get("__tabs")
  for (const set of chosen ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels label")]
    // biome-ignore lint/performance/useDomNodeTextContent: Material keeps what is seen of a choice
    const label = chosen.map(tab => labels.find(each => each.innerText.trim() === tab)).find(Boolean)
    if (label) label.control.checked = true
  }
  if (target()?.name?.startsWith("__tabbed_")) target().checked = true
})
