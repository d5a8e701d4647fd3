/* A name for the dialog of the search, which Material leaves without one. Zensical's has its field elsewhere. */

import { onPage } from "./page.js"

onPage(() => {
  const field = document.querySelector(".md-search[role=dialog] input")
  field?.closest(".md-search").setAttribute("aria-label", field.placeholder)
})
