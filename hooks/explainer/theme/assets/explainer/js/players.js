/* What another site shows is loaded when a reader asks for it, and not before. */

document.addEventListener("click", event => {
  const link = event.target.closest?.(".ex-poster[data-player] > a")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
  event.preventDefault()
  const poster = link.parentElement
  const player = document.createElement("iframe")
  player.src = poster.dataset.player
  player.title = link.textContent.trim()
  player.allow = "fullscreen; picture-in-picture"
  player.referrerPolicy = "strict-origin-when-cross-origin"
  poster.replaceChildren(player)
  player.focus()
})
