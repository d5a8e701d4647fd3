/* A permalink that is followed is copied, too, and says so. */

document.addEventListener("click", async event => {
  const link = event.target.closest?.(".ex-permalink")
  const words = document.querySelector(".ex-cards")?.dataset.copied
  if (!link || !words || !navigator.clipboard) return
  try {
    await navigator.clipboard.writeText(link.href)
  } catch {
    return // a reader may forbid it
  }
  const said = document.createElement("output")
  said.className = "ex-said"
  link.after(said)
  requestAnimationFrame(() => { said.textContent = words }) // a region must be there before it speaks
  setTimeout(() => said.remove(), 3000)
})
