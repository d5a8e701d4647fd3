/* Who follows a link into a long list arrives at its target. Who comes back is where the browser knows they were. */

import { hold } from "./hold.js"
import { onPage, target } from "./page.js"

let followed = performance.getEntriesByType("navigation")[0]?.type === "navigate"

const arrive = () => {
  const element = target()
  if (followed && element?.closest(".ex-timeline--long")) hold(element)
  followed = false
}

addEventListener("hashchange", arrive)
document.addEventListener("click", event => { if (event.target.closest?.("a")) followed = true }, true)

onPage(arrive)
